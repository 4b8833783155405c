import { type Concept, preferredTerm } from "../termbase/concept.ts";
import type { Termbase } from "../termbase/termbase.ts";

/** A concept in a drawing of its surroundings, with what lies under it. */
export interface HierarchyNode {
  readonly id: string;
  readonly term: string;
  /** Set for the concept that the drawing is about. */
  readonly current: boolean;
  readonly children: readonly HierarchyNode[];
  /** How many narrower concepts are left out. */
  readonly more: number;
}

/** Bounds of the drawing; packs may name each other in circles. */
const mostPaths = 12;
const mostSteps = 12;
const mostNarrower = 40;

/** What a concept is a kind of, from the broadest down to it, and the kinds of it; one tree for each broadest concept. */
export function hierarchyOf(concept: Concept, termbase: Termbase): HierarchyNode[] {
  const narrower = narrowerOf(concept.id, termbase);
  const leaf: HierarchyNode = {
    id: concept.id,
    term: preferredTerm(concept).text,
    current: true,
    children: narrower.slice(0, mostNarrower).map((kind) => nodeOf(kind, [])),
    more: Math.max(0, narrower.length - mostNarrower),
  };
  const paths = pathsTo(concept, termbase).map((path) => path.slice(0, -1));
  // The kinds are drawn once, under the first place where the concept stands.
  let drawn = false;
  const below = (prefix: readonly Concept[], rest: readonly (readonly Concept[])[]): HierarchyNode[] => {
    const nodes: HierarchyNode[] = [];
    const heads = new Map(rest.filter((path) => path.length > prefix.length).map((path) => [path[prefix.length]?.id, path[prefix.length]]));
    for (const head of heads.values()) {
      if (!head) continue;
      const inside = rest.filter((path) => path[prefix.length]?.id === head.id);
      nodes.push(nodeOf(head, below([...prefix, head], inside)));
    }
    if (rest.some((path) => path.length === prefix.length)) {
      nodes.push(drawn ? { ...leaf, children: [], more: 0 } : leaf);
      drawn = true;
    }
    return nodes;
  };
  return below([], paths);
}

function nodeOf(concept: Concept, children: readonly HierarchyNode[]): HierarchyNode {
  return { id: concept.id, term: preferredTerm(concept).text, current: false, children, more: 0 };
}

/** The ways from a broadest concept down to this one, itself last. */
function pathsTo(concept: Concept, termbase: Termbase): Concept[][] {
  const done: Concept[][] = [];
  let open: Concept[][] = [[concept]];
  for (let step = 0; open.length > 0; step++) {
    const next: Concept[][] = [];
    for (const path of open) {
      const parents = (path[0] as Concept).broader
        .map((id) => termbase.concept(id))
        .filter((parent) => parent !== undefined)
        .filter((parent) => !path.some(({ id }) => id === parent.id));
      if (parents.length === 0 || step === mostSteps) done.push(path);
      else next.push(...parents.map((parent) => [parent, ...path]));
    }
    open = next.slice(0, mostPaths);
  }
  return done.slice(0, mostPaths);
}

/** Concepts by the broader one that they name; made when first asked for. */
const narrowerIn = new WeakMap<Termbase, Map<string, Concept[]>>();

function narrowerOf(id: string, termbase: Termbase): readonly Concept[] {
  let table = narrowerIn.get(termbase);
  if (!table) {
    table = new Map();
    for (const concept of termbase.concepts()) {
      for (const broader of concept.broader) {
        const known = table.get(broader);
        if (known) known.push(concept);
        else table.set(broader, [concept]);
      }
    }
    narrowerIn.set(termbase, table);
  }
  return [...(table.get(id) ?? [])].sort((a, b) => (preferredTerm(a).text.toLowerCase() < preferredTerm(b).text.toLowerCase() ? -1 : 1));
}
