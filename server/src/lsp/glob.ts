/** Turns a glob into a test of a path with slashes: `*` and `?` stay in one folder, `**` does not, `{a,b}` is either. */
export function globTest(glob: string): (path: string) => boolean {
  // Without a slash a glob means a name in any folder; with one at its end, all that lies below.
  const anywhere = glob.includes("/") ? glob : `**/${glob}`;
  const whole = anywhere.replace(/^\.?\//, "").replace(/\/$/, "/**");
  const parts = whole.match(/\*\*\/|\*\*|[\s\S]/g) ?? [];
  let depth = 0;
  const source = parts.map((part) => {
    if (part === "{") depth++;
    if (part === "}" && depth > 0) depth--;
    else if (part === "}") return "\\}";
    return depth > 0 && part === "," ? "|" : (wildcards[part] ?? part.replace(/[\\^$.|+()[\]]/, "\\$&"));
  });
  try {
    const pattern = new RegExp(`^${source.join("")}$`, "u");
    return (path) => pattern.test(path);
  } catch {
    // An unclosed brace, say: the glob is then the name of a file.
    return (path) => path === glob;
  }
}

const wildcards: Readonly<Record<string, string>> = {
  "**/": "(?:[^/]+/)*",
  "**": ".*",
  "*": "[^/]*",
  "?": "[^/]",
  "{": "(?:",
  "}": ")",
};
