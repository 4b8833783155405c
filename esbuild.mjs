/** Bundles the extension (desktop and web), the language server (Node and Web Worker) and the command line. */
import { mkdir, writeFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import { dirname } from "node:path";
import { build, context, transform } from "esbuild";

const watch = process.argv.includes("--watch");
const production = process.argv.includes("--production");

/** @type {import("esbuild").BuildOptions} */
const shared = {
  bundle: true,
  outdir: "dist",
  minify: production,
  sourcemap: production ? false : "linked",
  target: "es2022",
  logLevel: "warning",
};

/** Node finds `require` nowhere in an ES module; bundled packages that ask for it get one. */
const requireShim = "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";

/**
 * Leaves the client library, which takes longest to load, in a file of its own. In a browser an extension is one file.
 * @type {import("esbuild").Plugin}
 */
const libraryApart = {
  name: "library-apart",
  setup: ({ onResolve }) => onResolve({ filter: /\/node-client\.ts$/ }, () => ({ path: "./language-client-node.cjs", external: true })),
};

/**
 * Writes ES modules as CommonJS: esbuild splits nothing else, but the workers of VS Code take no ES module. A client puts
 * the parts together there (client/src/browser-client.ts).
 * @type {import("esbuild").Plugin}
 */
const asCommonJs = {
  name: "as-common-js",
  setup: ({ onEnd }) =>
    onEnd(async ({ outputFiles = [] }) => {
      for (const { path, text } of outputFiles) {
        const { minify, target } = shared;
        const sourcemap = production ? false : "inline";
        const { code } = await transform(text.replaceAll("./server-core.js", "./server-core.cjs"), {
          format: "cjs",
          minify,
          target,
          sourcemap,
        });
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path.replace(/\.js$/, ".cjs"), code);
      }
    }),
};

/** @type {import("esbuild").BuildOptions[]} */
const bundles = [
  {
    entryPoints: { "client-node": "client/src/node.ts" },
    platform: "node",
    format: "cjs",
    outExtension: { ".js": ".cjs" },
    external: ["vscode"],
    plugins: [libraryApart],
    // What is required gets the editor's own "vscode" in every version of it; what is imported does not.
    supported: { "dynamic-import": false },
  },
  {
    entryPoints: { "language-client-node": "client/src/node-client.ts" },
    platform: "node",
    format: "cjs",
    outExtension: { ".js": ".cjs" },
    external: ["vscode"],
  },
  {
    entryPoints: { "client-browser": "client/src/browser.ts" },
    platform: "browser",
    format: "cjs",
    outExtension: { ".js": ".cjs" },
    external: ["vscode"],
  },
  {
    // Both servers share all but their way to the client, which ships once, as a chunk that both import.
    entryPoints: { "server-node": "server/src/lsp/node.ts", "server-browser": "server/src/lsp/browser.ts" },
    platform: "browser",
    conditions: ["node"],
    external: [...builtinModules, "node:*"],
    // With the condition "node" it would be the one that asks for Node.
    alias: { yaml: "./node_modules/yaml/browser/index.js" },
    format: "esm",
    splitting: true,
    chunkNames: "server-core",
    // VS Code starts workers from blob: addresses, of which @cfworker/json-schema fails to make its base URL.
    define: { "self.location": "undefined" },
    sourcemap: production ? false : "inline",
    write: false,
    plugins: [asCommonJs],
  },
  {
    entryPoints: { cli: "server/src/cli/main.ts" },
    platform: "node",
    format: "esm",
    banner: { js: `#!/usr/bin/env node\n${requireShim}` },
  },
];

for (const bundle of bundles) {
  const options = { ...shared, ...bundle };
  if (watch) await (await context(options)).watch();
  else await build(options);
}
