/** Changes of a pack file that leave its comments, its order and its other values as they are. */
import { type Document, isMap, isSeq, parseDocument } from "yaml";

/** A record to add: what a new concept needs to be found. */
export interface RecordToAdd {
  readonly term: string;
  readonly abbreviation?: string | undefined;
}

/** In UTF-16 units: a longer file is one that nobody writes by hand, and slow to write anew. */
const longest = 500_000;

/** The text of a pack with one more concept; undefined where the file cannot be read without a doubt. */
export function withRecord(text: string, { term, abbreviation }: RecordToAdd): string | undefined {
  const record = abbreviation === undefined ? { term } : { term, abbreviation };
  return changed(text, (document) => {
    if (isSeq(document.contents)) return added(document, [], record);
    return added(document, ["concepts"], record);
  });
}

/** The text of a pack in which a rule is off; undefined where the file cannot be read without a doubt. */
export function withRuleOff(text: string, rule: string): string | undefined {
  return changed(text, (document) => {
    const rules = document.get("rules", true);
    if (isSeq(document.contents) || (rules !== undefined && !isMap(rules) && !isEmpty(rules))) return false;
    if (!isMap(rules)) document.set("rules", document.createNode({ [rule]: "off" }));
    else document.setIn(["rules", rule], "off");
    return true;
  });
}

function added(document: Document, path: readonly string[], record: object): boolean {
  const list = path.length === 0 ? document.contents : document.getIn(path, true);
  if (isSeq(list)) list.add(document.createNode(record));
  else if (list === undefined || isEmpty(list)) document.setIn(path, document.createNode([record]));
  else return false;
  return true;
}

function isEmpty(node: unknown): boolean {
  return node === null || (typeof node === "object" && "value" in node && node.value === null);
}

function changed(text: string, change: (document: Document) => boolean): string | undefined {
  if (text.length > longest) return undefined;
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const source = text.slice(mark.length).replace(/\r\n/g, "\n");
  try {
    const document = parseDocument(source, { schema: "core", logLevel: "silent", keepSourceTokens: false, version: "1.2" });
    if (document.errors.length > 0) return undefined;
    // A file of comments alone has no value to set anything in.
    if (document.contents === null) document.contents = document.createNode({}) as unknown as typeof document.contents;
    if (!isMap(document.contents) && !isSeq(document.contents)) return undefined;
    // An empty `{}` would go on in one line.
    if (isMap(document.contents) && document.contents.items.length === 0) document.contents.flow = false;
    if (!change(document)) return undefined;
    const indentSeq = !/^[\w-]+:[ \t]*(?:#.*)?\n(?:[ \t]*(?:#.*)?\n)*- /m.test(source);
    const indent = /^( +)\S/m.exec(source)?.[1]?.length ?? 2;
    const written = document.toString({
      lineWidth: 0,
      indentSeq,
      indent: Math.min(indent, 8),
      flowCollectionPadding: !/\[\S/.test(source),
    });
    return mark + (text.includes("\r\n") ? written.replace(/\n/g, "\r\n") : written);
  } catch {
    // What the library cannot cope with is not ours to change.
    return undefined;
  }
}
