/** Bundles the extension (desktop and web), the language server (Node and Web Worker) and the command line. */
import { build, context } from "esbuild";

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
    entryPoints: { "server-node": "server/src/lsp/node.ts" },
    platform: "node",
    format: "cjs",
    outExtension: { ".js": ".cjs" },
  },
  {
    entryPoints: { "server-browser": "server/src/lsp/browser.ts" },
    platform: "browser",
    format: "iife",
    // VS Code starts workers from blob: addresses, of which @cfworker/json-schema fails to make its base URL.
    define: { "self.location": "undefined" },
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
