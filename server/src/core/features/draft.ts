import { readFrontMatter } from "../formats/front-matter.ts";
import { rules } from "../rules/index.ts";
import type { RuleContext } from "../rules/rule.ts";
import { createRunner, type RuleRunner } from "../rules/run.ts";
import { severityOf } from "../rules/settings.ts";
import { applySuppressions, unusedSuppression } from "../rules/suppression.ts";
import { Analysis } from "../scan/analysis.ts";
import type { Span } from "../termbase/pack.ts";
import { createLayer } from "../termbase/termbase.ts";
import { createDocument, type Document } from "../text/document.ts";
import type { Change } from "../text/lines.ts";
import type { TextFormat } from "../text/syntax.ts";
import { type Diagnostic, toDiagnostic } from "./diagnostics.ts";
import { type TerminologySet, withLayer } from "./terminology-set.ts";

/** Rules a writer can switch, the one about comments included. */
export const allRules = [...rules, unusedSuppression];

const ruleIds = allRules.map((rule) => rule.id);
const noRecords: ReadonlyMap<string, Span> = new Map();

/**
 * A text under a terminology set. It holds the state that makes an edit cheap; whatever it answers
 * is plain data that stays as it is. Offsets are UTF-16 units from the text's start.
 */
export class Draft {
  private set: TerminologySet;
  private version: Document;
  private own: TerminologySet;
  private frontMatterText = "";
  private frontMatterProblems: readonly Diagnostic[] = [];
  private records: ReadonlyMap<string, Span> = noRecords;
  private scan: Analysis;
  private runner: RuleRunner;
  private answer: readonly Diagnostic[] | undefined;

  constructor(text: string, format: TextFormat, set: TerminologySet) {
    this.set = set;
    this.own = set;
    this.version = createDocument(text, format);
    this.readFrontMatter();
    this.scan = new Analysis(this.own.context);
    this.runner = this.startRunner();
  }

  get document(): Document {
    return this.version;
  }

  /** The set in force: the folder's, and what the front matter adds. */
  get terminology(): TerminologySet {
    return this.own;
  }

  /** The folder's set alone, under which another text would be opened. */
  get folderTerminology(): TerminologySet {
    return this.set;
  }

  /** Where the front matter has the records of its concepts, by concept id; offsets of the document. */
  get frontMatterRecords(): ReadonlyMap<string, Span> {
    return this.records;
  }

  /** All mentions, up to date. */
  get analysis(): Analysis {
    return this.scan;
  }

  /** Takes in changes, each in the coordinates that the one before it left. */
  edit(changes: readonly Change[]): void {
    this.version = this.version.edit(changes);
    this.answer = undefined;
    if (this.readFrontMatter()) this.restart();
    else this.scan.update(this.version);
  }

  /** Replaces the folder's terminology set; blocks are read again only where the terms are others. */
  useTerminology(set: TerminologySet): void {
    this.set = set;
    this.frontMatterText = "";
    this.answer = undefined;
    this.own = set;
    this.readFrontMatter();
    this.restart();
  }

  /** The findings of all rules and what is wrong in the front matter, in document order. */
  diagnostics(): readonly Diagnostic[] {
    if (this.answer) return this.answer;
    this.runner.update(this.scan.takeDirt());
    const { kept, unused } = applySuppressions(this.version, this.scan.directiveEntries(), this.runner.findings());
    const severity = severityOf(unusedSuppression, this.own.settings);
    const stale = severity === undefined ? [] : unused.map((u) => ({ ...u, rule: unusedSuppression.id, severity, related: [], fixes: [] }));
    this.answer = [...this.frontMatterProblems, ...kept.map(toDiagnostic), ...stale].sort((a, b) => a.from - b.from || a.to - b.to);
    return this.answer;
  }

  private restart(): void {
    this.scan = new Analysis(this.own.context);
    this.runner = this.startRunner();
  }

  /** What a rule may ask, for a feature that asks a rule about one group of mentions. */
  ruleContext(): RuleContext {
    const { settings } = this.own;
    return {
      analysis: this.scan,
      format: this.version.format,
      locale: settings.locale,
      exempt: new Set([...this.own.exempt, ...(settings.exempt ?? [])]),
      preferred: (rule: string) => settings.prefer?.[rule],
      minimumUses: settings.minimumUses ?? 0,
    };
  }

  private startRunner(): RuleRunner {
    this.scan.update(this.version);
    return createRunner(rules, this.own.settings, this.ruleContext(), this.scan);
  }

  /** Reads the front matter where it changed; answers whether it did. */
  private readFrontMatter(): boolean {
    const { frontMatter } = this.version;
    const yaml = frontMatter ? this.version.slice(frontMatter.from, frontMatter.to) : "";
    // Its problems have places, so front matter that only moved, behind a byte order mark, is read again too.
    const state = frontMatter ? `${frontMatter.from} ${yaml}` : "";
    if (state === this.frontMatterText) return false;
    this.frontMatterText = state;
    if (!frontMatter) {
      this.frontMatterProblems = [];
      this.records = noRecords;
      this.own = this.set;
      return true;
    }
    const { pack, settings, problems } = readFrontMatter(yaml, frontMatter.from, { name: "front-matter", ruleIds });
    this.records = pack.positions;
    this.frontMatterProblems = problems.map((p) => ({ ...p, rule: "front-matter", related: [], fixes: [] }));
    const origin = { kind: "frontMatter" as const, name: "front matter" };
    const layer = pack.concepts.length > 0 ? createLayer(origin, pack.concepts, this.set.context.spelling) : undefined;
    this.own = withLayer(this.set, layer, settings);
    return true;
  }
}
