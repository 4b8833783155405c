/** The same help for the `immunolex:` block of a draft's front matter, which has the form of a pack. */
import { standingAt, typingAt } from "../../formats/pack-place.ts";
import type { Path } from "../../formats/yaml.ts";
import { t } from "../../l10n/l10n.ts";
import type { Draft } from "../draft.ts";
import type { Hover } from "../hover.ts";
import { completionsFor, type PackCompletion, type PackWorld } from "./completion.ts";
import { wordsFor } from "./hover.ts";

const block = "immunolex";
const about = () => t("What holds for the terms of this draft");

/** Whether an offset stands in a draft's front matter, where nothing is prose. */
export function isInFrontMatter({ document }: Draft, offset: number): boolean {
  const { frontMatter } = document;
  return frontMatter !== undefined && frontMatter.from <= offset && offset < frontMatter.to;
}

/** What can stand where the front matter is being typed: the block itself, and what belongs into it. */
export function frontMatterCompletions(draft: Draft, offset: number, world: PackWorld = {}): PackCompletion[] {
  const { yaml, from } = yamlOf(draft);
  const place = typingAt(yaml, offset - from);
  if (!place) return [];
  const path = within(place.path);
  const moved = (item: PackCompletion): PackCompletion => ({
    ...item,
    range: { from: item.range.from + from, to: item.range.to + from },
  });
  if (path) return completionsFor({ ...place, path }, yaml, world).map(moved);
  if (place.path.length > 0 || place.taken.includes(block) || place.flow || place.role === "value") return [];
  const text = place.colon ? block : `${block}:\n  `;
  return [{ kind: "key", label: block, text, range: place.range, detail: about() } as const].map(moved);
}

/** What a key or a value of the block means. */
export function frontMatterHover(draft: Draft, offset: number, world: PackWorld = {}): Hover | undefined {
  const { yaml, from } = yamlOf(draft);
  const place = standingAt(yaml, offset - from);
  const path = place && within(place.path);
  if (!place || !path) return undefined;
  const markdown = path.length === 0 ? `**immunolex**\n\n${about()}.` : wordsFor({ ...place, path }, world);
  return markdown === undefined ? undefined : { from: place.range.from + from, to: place.range.to + from, markdown };
}

function yamlOf({ document }: Draft): { yaml: string; from: number } {
  const { from, to } = document.frontMatter ?? { from: 0, to: 0 };
  return { yaml: document.slice(from, to), from };
}

/** The path below the block; undefined outside it. */
function within(path: Path): Path | undefined {
  return path[0] === block ? path.slice(1) : undefined;
}
