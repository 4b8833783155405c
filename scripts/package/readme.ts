/** What an extension page shows of docs/gallery.md. VS Code's shows pictures from the web alone, and none from a VSIX. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Where the page is written to be packaged, relative to the root. */
export const readmePath = "dist/readme.md";

/** Writes the page of the extension as it is packaged. */
export function writeReadme(): void {
  const { repository } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { repository?: { url: string } };
  const readme = readmeOf(readFileSync(join(root, "docs", "gallery.md"), "utf8"), repository?.url);
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(join(root, readmePath), readme);
}

/**
 * The gallery page with its pictures and links to files as addresses in the repository. As long as there is no public
 * repository (a GitHub address), the pictures are left out, and links keep their words alone.
 */
export function readmeOf(gallery: string, repository?: string): string {
  const address = /^(?:git\+)?(https:\/\/github\.com\/[^/]+\/[^/]+?)(?:\.git)?$/.exec(repository ?? "")?.[1];
  return gallery
    .replace(/^!\[([^\]]*)\]\((?!https?:)([^)]+)\)\n\n?/gm, (_, words: string, path: string) =>
      address === undefined ? "" : `![${words}](${address}/raw/HEAD/docs/${path})\n\n`,
    )
    .replace(/(?<!!)\[([^\]]*)\]\((?!https?:)([^)]+)\)/g, (_, words: string, path: string) =>
      address === undefined ? words : `[${words}](${address}/blob/HEAD/docs/${path})`,
    );
}
