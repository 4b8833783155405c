import type { Analysis, Dirt } from "../scan/analysis.ts";
import { type Entry, marksIn } from "../scan/mentions.ts";
import type { Check, Finding, Rule, RuleContext, Severity } from "./rule.ts";
import { type RuleSettings, severityOf } from "./settings.ts";

/** A finding with the rule that made it and the severity in force. */
export interface RuledFinding extends Finding {
  readonly rule: Rule;
  readonly severity: Severity;
}

interface ActiveCheck {
  readonly rule: Rule;
  readonly check: Check;
}

/** The findings of a document, kept by the group they came from, so that an edit asks only the groups it touched. */
export class RuleRunner {
  private readonly context: RuleContext;
  private readonly settings: RuleSettings;
  private readonly active: readonly ActiveCheck[];
  private readonly blocks = new Map<Entry, RuledFinding[]>();
  private readonly shortForms = new Map<string, RuledFinding[]>();
  private readonly concepts = new Map<string, RuledFinding[]>();
  private readonly patterns = new Map<string, RuledFinding[]>();
  private spelling: RuledFinding[] = [];
  private eponyms: RuledFinding[] = [];

  constructor(rules: readonly Rule[], settings: RuleSettings, context: RuleContext) {
    this.context = context;
    this.settings = settings;
    this.active = rules
      .filter((rule) => severityOf(rule, settings) !== undefined)
      .flatMap((rule) => rule.checks.map((check) => ({ rule, check })));
  }

  /** Asks the rules again about what changed. */
  update(dirt: Dirt): void {
    const { analysis } = this.context;
    for (const entry of dirt.removed) this.blocks.delete(entry);
    for (const entry of dirt.blocks) {
      if (dirt.removed.has(entry)) continue;
      const local = this.run("block", (check) => check.check(entry, this.context));
      keep(this.blocks, entry, [...local, ...this.runMark(entry)]);
    }
    for (const short of dirt.shortForms) {
      const mentions = analysis.shortForm(short);
      keep(
        this.shortForms,
        short,
        this.run("shortForm", (check) => check.check(short, mentions, this.context)),
      );
    }
    for (const id of dirt.concepts) {
      const group = analysis.concept(id);
      keep(
        this.concepts,
        id,
        this.run("concept", (check) => check.check(group, this.context)),
      );
    }
    for (const pattern of dirt.patterns) this.runMarks(pattern);
    if (dirt.spelling) {
      const words = analysis.spelled();
      this.spelling = this.run("spelling", (check) => check.check(words, this.context));
    }
    if (dirt.eponyms || dirt.spelling) {
      const eponyms = analysis.eponyms();
      this.eponyms = this.run("eponyms", (check) => check.check(eponyms, this.context));
    }
  }

  private runMarks(pattern: string): void {
    const marks = this.context.analysis.marks(pattern);
    keep(
      this.patterns,
      pattern,
      this.run("marks", (check) => (check.pattern.id === pattern ? check.check(marks, this.context) : [])),
    );
  }

  private runMark(entry: Entry): RuledFinding[] {
    if (entry.facts.patterns.size === 0) return [];
    return this.run("mark", (check) => marksIn(entry, check.pattern.id).flatMap((mark) => check.check(mark, this.context) ?? []));
  }

  /** All findings, in document order. */
  findings(): RuledFinding[] {
    const all = [...this.spelling, ...this.eponyms];
    for (const group of [this.blocks, this.shortForms, this.concepts, this.patterns]) {
      for (const findings of group.values()) for (const finding of findings) all.push(finding);
    }
    return all.sort((a, b) => a.entry.from + a.from - (b.entry.from + b.from) || a.to - b.to || (a.rule.id < b.rule.id ? -1 : 1));
  }

  private run<On extends Check["on"]>(on: On, ask: (check: Extract<Check, { on: On }>) => Finding[]): RuledFinding[] {
    return this.active.flatMap(({ rule, check }) => {
      if (check.on !== on) return [];
      const ruled = severityOf(rule, this.settings) as Severity;
      // A rule may grade its findings; a writer's own severity outranks that.
      const chosen = this.settings.rules?.[rule.id];
      return ask(check as Extract<Check, { on: On }>).map((finding) => ({
        ...finding,
        rule,
        severity: chosen !== undefined && chosen !== "on" ? ruled : (finding.severity ?? ruled),
      }));
    });
  }
}

function keep<Key>(groups: Map<Key, RuledFinding[]>, key: Key, findings: RuledFinding[]): void {
  if (findings.length > 0) groups.set(key, findings);
  else groups.delete(key);
}

/** Makes the runner for an analysis that has not been asked before. */
export function createRunner(
  rules: readonly Rule[],
  settings: RuleSettings,
  context: Omit<RuleContext, "analysis">,
  analysis: Analysis,
): RuleRunner {
  return new RuleRunner(rules, settings, { ...context, analysis });
}
