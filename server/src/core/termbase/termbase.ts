import { type Concept, type Designation, isShortForm } from "./concept.ts";
import { buildFormIndex, type FormIndex, type FormOwner } from "./form-index.ts";
import { formsOf, normalisedName } from "./forms.ts";
import type { Spelling } from "./spelling.ts";

/** Where a term comes from, in the order in which they overrule each other. */
export type LayerKind = "builtin" | "user" | "workspace" | "frontMatter" | "document";

/** The concepts of one origin, indexed. */
export interface Layer {
  readonly kind: LayerKind;
  /** What a writer calls this origin: a pack's title, a file's name. */
  readonly name: string;
  /** The file it was read from, where there is one. */
  readonly uri?: string;
  readonly subjects: Readonly<Record<string, string>>;
  readonly concepts: readonly Concept[];
  readonly index: FormIndex;
}

/** One way to read a form: a designation of a concept, and the layer that says so. */
export interface Reading {
  readonly concept: Concept;
  readonly designation: Designation;
  readonly layer: Layer;
}

/** Makes a layer of concepts. Costs about 20 µs a concept; the built-in layer comes prebuilt instead. */
export function createLayer(
  origin: { kind: LayerKind; name: string; uri?: string; subjects?: Readonly<Record<string, string>> },
  concepts: readonly Concept[],
  spelling: Spelling,
): Layer {
  const entries = concepts.flatMap((concept, c) =>
    concept.designations.flatMap((designation, d) =>
      formsOf(designation, spelling).map((form) => ({ form, owner: { concept: c, designation: d } })),
    ),
  );
  return { subjects: {}, ...origin, concepts, index: buildFormIndex(entries) };
}

/** All loaded concepts, layer by layer. Immutable; results that depend on it hang on its identity. */
export class Termbase {
  /** Later layers win. */
  readonly layers: readonly Layer[];
  private readonly byId = new Map<string, { concept: Concept; layer: Layer }>();
  private tables: { shortForms: Map<string, Reading[]>; names: Map<string, string[]> } | undefined;

  constructor(layers: readonly Layer[]) {
    this.layers = layers;
    for (const layer of layers) for (const concept of layer.concepts) this.byId.set(concept.id, { concept, layer });
  }

  concept(id: string): Concept | undefined {
    return this.byId.get(id)?.concept;
  }

  /** The layer whose record of a concept is in force. */
  layerOf(id: string): Layer | undefined {
    return this.byId.get(id)?.layer;
  }

  /** Every concept in force once, in layer order. */
  *concepts(): IterableIterator<Concept> {
    for (const { concept } of this.byId.values()) yield concept;
  }

  private get shortForms(): Map<string, Reading[]> {
    return this.lookUps().shortForms;
  }

  private get names(): Map<string, string[]> {
    return this.lookUps().names;
  }

  /** Look-ups by name, made when first asked for: a scan does not need them. */
  private lookUps(): { shortForms: Map<string, Reading[]>; names: Map<string, string[]> } {
    if (this.tables) return this.tables;
    const shortForms = new Map<string, Reading[]>();
    const names = new Map<string, string[]>();
    for (const layer of [...this.layers].reverse()) {
      for (const concept of layer.concepts) {
        for (const designation of concept.designations) {
          if (isShortForm(designation)) push(shortForms, designation.text, { concept, designation, layer });
          push(names, normalisedName(designation.text), concept.id);
        }
      }
    }
    this.tables = { shortForms, names };
    return this.tables;
  }

  /** What a form of a layer names; undefined where a later layer has replaced the concept's record. */
  reading(layer: Layer, owner: FormOwner): Reading | undefined {
    const concept = layer.concepts[owner.concept] as Concept;
    if (this.byId.get(concept.id)?.layer !== layer) return undefined;
    return { concept, designation: concept.designations[owner.designation] as Designation, layer };
  }

  /** The readings of an abbreviation, the latest layer's first; case counts. */
  abbreviated(short: string): Reading[] {
    return (this.shortForms.get(short) ?? []).filter(({ concept, layer }) => this.layerOf(concept.id) === layer);
  }

  /** Concepts that have a name, compared without regard to case, hyphens, accents and Greek letters. */
  named(name: string): Concept[] {
    return (this.names.get(normalisedName(name)) ?? []).map((id) => this.concept(id)).filter((c) => c !== undefined);
  }
}

function push<T>(table: Map<string, T[]>, key: string, value: T): void {
  const list = table.get(key);
  if (!list) table.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}
