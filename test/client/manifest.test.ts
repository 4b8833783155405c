/** What the manifest promises a writer is there: files, commands, words in both languages, the sample draft's findings. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { hiddenStrings, localizedStrings } from "../../scripts/localized-strings.ts";
import { manifestSettings } from "../../scripts/manifest-settings.ts";
import { Draft } from "../../server/src/core/index.ts";
import { builtinSet } from "../support/terminology.ts";

const root = new URL("../../", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), "utf8");
const manifestText = read("package.json");
const { contributes, icon, main } = JSON.parse(manifestText);
const words = (name: string): Record<string, string> => JSON.parse(read(name));
const client = readdirSync(new URL("client/src/", root))
  .map((name) => read(`client/src/${name}`))
  .join("\n");

describe("the words of the manifest", () => {
  const english = words("package.nls.json");
  const german = words("package.nls.de.json");

  it("are there in English and German, each used", () => {
    const used = [...manifestText.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key as string);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(english).sort());
    assert.deepEqual(Object.keys(german).sort(), Object.keys(english).sort());
  });

  it("lead to the same commands in both", () => {
    const links = (text: string) => [...text.matchAll(/\(command:[^)]*\)/g)].map(([link]) => link);
    for (const [key, text] of Object.entries(english)) assert.deepEqual(links(german[key] as string), links(text), key);
  });

  it("name only commands of the editor and those that are contributed", () => {
    const own = new Set(contributes.commands.map(({ command }: { command: string }) => command));
    for (const [, name] of JSON.stringify(english).matchAll(/command:(immunolex\.[\w.]+)/g)) {
      const view = /^(.*)\.focus$/.exec(name as string)?.[1];
      if (view === undefined) assert(own.has(name), name);
      else
        assert(
          contributes.views.immunolex.some(({ id }: { id: string }) => id === view),
          name,
        );
    }
  });
});

for (const { whose, folder, bundle } of [
  { whose: "client", folder: "client/src", bundle: "l10n/bundle.l10n.de.json" },
  { whose: "server", folder: "server/src", bundle: "l10n/server.l10n.de.json" },
] as const) {
  describe(`the words of the ${whose}`, () => {
    const german = words(bundle);

    it("are all translated into German, with the same places for numbers and names", () => {
      assert.deepEqual(Object.keys(german).sort(), localizedStrings(folder), `${bundle} has other messages than ${folder}`);
      const places = (text: string) => [...new Set([...text.matchAll(/\{\d\}/g)].map(([place]) => place))].sort();
      for (const [text, translation] of Object.entries(german)) assert.deepEqual(places(translation), places(text), text);
    });

    it("have German quotation marks in German", () => {
      for (const [text, translation] of Object.entries(german)) {
        assert.doesNotMatch(translation, /”|"/, text);
        assert.equal(translation.split("„").length, translation.split("“").length, text);
      }
    });
  });
}

it("the words of the server stand written out where they are asked for, so that none is overlooked", () => {
  assert.deepEqual(hiddenStrings("server/src"), []);
});

describe("the manifest", () => {
  it("names files that exist and are shipped", () => {
    const named = [...manifestText.matchAll(/"\.?\/?((?:media|walkthrough|terminology)\/[\w./-]+)"/g)].map(([, path]) => path as string);
    const shipped = read(".vscodeignore");
    assert(named.length > 6);
    for (const path of new Set(named)) {
      assert(existsSync(new URL(path, root)), path);
      const pattern = path.replace(/[^/]*(\.\w+)$/, "*$1");
      assert(
        shipped.includes(`!${path}\n`) || shipped.includes(`!${pattern}\n`) || shipped.endsWith(`!${pattern}\n`),
        `${path} is not shipped`,
      );
    }
  });

  it("has an icon as galleries want it: a PNG of at least 128 pixels", () => {
    const png = readFileSync(new URL(icon, root));
    assert.equal(png.subarray(1, 4).toString("latin1"), "PNG");
    assert(png.readUInt32BE(16) >= 128 && png.readUInt32BE(16) === png.readUInt32BE(20));
  });

  it("registers every command that it contributes, under one category", () => {
    assert(main);
    for (const { command, category } of contributes.commands) {
      assert.equal(category, "Immunolex", command);
      assert(client.includes(`"${command}"`), command);
    }
  });

  it("has a welcome for each state of each view", () => {
    for (const { id } of contributes.views.immunolex) {
      const when = contributes.viewsWelcome.filter(({ view }: { view: string }) => view === id).map((each: { when: string }) => each.when);
      for (const state of ["noDraft", "unchecked", "failed", "empty"])
        assert(
          when.some((text: string) => text.endsWith(`${id}.state == ${state}`)),
          `${id} ${state}`,
        );
    }
  });

  it("puts settings into sections with a title and an order, each setting once", () => {
    const { configuration } = contributes;
    for (const section of configuration) assert(section.title && Number.isInteger(section.order), section.id);
    const count = configuration.reduce((sum: number, { properties }: { properties: object }) => sum + Object.keys(properties).length, 0);
    assert.equal(count, Object.keys(manifestSettings(JSON.parse(manifestText))).length);
  });
});

describe("the sample draft", () => {
  it("shows what the walkthrough speaks of: an undefined and an unused abbreviation, an old name, two spellings", () => {
    const draft = new Draft(read("walkthrough/sample-draft.md"), "markdown", builtinSet);
    const found = draft.diagnostics().map(({ rule, from, to }) => `${rule}: ${draft.document.slice(from, to)}`);
    assert.deepEqual(found, [
      "abbr-unused: EBV",
      "prefix-always-closed: auto-antibodies",
      "abbr-undefined: SLE",
      "term-deprecated: Wegener's granulomatosis",
    ]);
    assert.match(draft.document.text, /molecular mimicry/);
  });
});
