/** The manifest says the same as the code: its settings are those that the server reads. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { manifestRules } from "../../scripts/manifest-rules.ts";
import { manifestSettings } from "../../scripts/manifest-settings.ts";
import { allRules } from "../../server/src/core/index.ts";
import { defaultSettings, readSettings } from "../../server/src/lsp/settings.ts";

interface Property {
  readonly default: unknown;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly enum?: string[];
  readonly properties?: Readonly<Record<string, { enum: string[]; description: string }>>;
}

const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
const properties = manifestSettings<Property>(manifest);

describe("the manifest", () => {
  it("has every setting of the server, with its default and a description", () => {
    const own = Object.keys(properties).filter((name) => name !== "immunolex.trace.server");
    assert.deepEqual(own.map((name) => name.slice("immunolex.".length)).sort(), Object.keys(defaultSettings).sort());
    for (const [name, { description, markdownDescription }] of Object.entries(properties)) assert(description ?? markdownDescription, name);
    const defaults = Object.fromEntries(own.map((name) => [name.slice("immunolex.".length), properties[name]?.default]));
    assert.deepEqual(readSettings(defaults), { settings: defaultSettings, complaints: [] });
  });

  it("has every rule, with its title and severity", () => {
    const rules = properties["immunolex.rules"]?.properties ?? {};
    assert.deepEqual(rules, manifestRules(), "run npm run docs");
    for (const { id } of allRules) assert.deepEqual(readSettings({ rules: { [id]: rules[id]?.enum[0] } }).complaints, []);
  });
});
