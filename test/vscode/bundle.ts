import { join } from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { rootFolder } from "../editor/extension.ts";
import type { Host, SuiteOptions } from "./suite/options.ts";
import { suiteFolder } from "./suite-options.ts";

/**
 * Bundles the suite for the extension host and returns the path of the module that exports `run()`.
 *
 * It is one CommonJS module, since only the `require("vscode")` of such a module works in every
 * supported VS Code, and in the browser it can require nothing else. It lies inside the repository:
 * VS Code runs a suite in the host of the extension whose folder it is in, and in Node it finds the
 * root's mocha from there.
 */
export async function bundleSuite(options: SuiteOptions): Promise<string> {
  const outfile = join(rootFolder, "out", "test", "vscode", `suite-${options.host}.cjs`);
  const { define, ...special } = hosts[options.host];
  await build({
    entryPoints: [join(suiteFolder, "index.ts")],
    outfile,
    bundle: true,
    format: "cjs",
    target: "es2022",
    define: { immunolexSuiteOptions: JSON.stringify(options), ...define },
    sourcemap: "inline",
    logLevel: "warning",
    ...special,
  });
  return outfile;
}

/** `node:assert/strict` from the package that is Node's `assert` for browsers. */
const strictAssert: Plugin = {
  name: "strict-assert",
  setup(build) {
    build.onResolve({ filter: /^node:assert\/strict$/ }, ({ path }) => ({ path, namespace: "strict-assert" }));
    build.onLoad({ filter: /./, namespace: "strict-assert" }, () => ({
      contents: 'module.exports = require("assert").strict;',
      resolveDir: rootFolder,
    }));
  },
};

const hosts: Record<Host, BuildOptions> = {
  node: { platform: "node", external: ["vscode", "mocha"] },
  web: {
    platform: "browser",
    external: ["vscode"],
    plugins: [strictAssert],
    // mocha's own bundle for browsers.
    alias: { mocha: "mocha/mocha.mjs", "node:util": "util" },
    define: {
      global: "globalThis",
      process: '{"env":{}}',
      // mocha's bundle puts itself onto globalThis where it finds no module; it would overwrite the suite's exports.
      exports: "undefined",
      module: "undefined",
    },
  },
};
