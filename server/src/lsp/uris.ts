/** Addresses of files as the protocol writes them, for desktops and virtual workspaces alike. */

/** A form that is the same however a client has escaped the address. */
export function keyOf(uri: string): string {
  return decoded(uri).replace(/^file:\/\/\/[A-Z]:/, (start) => start.toLowerCase());
}

/** The last part of an address, for people. */
export function nameOf(uri: string): string {
  return decoded(uri.replace(/\/+$/, "").split("/").pop() ?? uri);
}

/** The folder that a file lies in. */
export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf("/"));
}

/** The path of a file below a folder, with slashes; undefined where it lies elsewhere. */
export function pathWithin(folder: string, uri: string): string | undefined {
  const start = `${keyOf(folder).replace(/\/+$/, "")}/`;
  const key = keyOf(uri);
  return key.startsWith(start) ? key.slice(start.length) : undefined;
}

/**
 * The address of a path that a person wrote: absolute, relative to a folder, below the home folder
 * with `~/`, or an address already. Undefined where what it is relative to is not known.
 */
export function resolvePath(path: string, folder: string | undefined, home: string | undefined): string | undefined {
  // A drive has one letter, a scheme more.
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) return path;
  const slashed = path.replaceAll("\\", "/");
  if (slashed.startsWith("~/")) return home === undefined ? undefined : joined(home, slashed.slice(2));
  if (/^[a-z]:\//i.test(slashed)) return joined("file://", slashed);
  if (slashed.startsWith("/")) return joined(folder === undefined ? "file://" : originOf(folder), slashed);
  return folder === undefined ? undefined : joined(folder, slashed);
}

/** Scheme and authority. */
function originOf(uri: string): string {
  return /^[^:]+:\/\/[^/]*/.exec(uri)?.[0] ?? "file://";
}

function joined(folder: string, path: string): string {
  const origin = originOf(folder);
  const parts = folder.slice(origin.length).split("/").filter(Boolean);
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(encodeURIComponent(part));
  }
  return `${origin}/${parts.join("/")}`;
}

/** An address with its escapes written out, for people; one that is escaped wrongly is left as it is. */
export function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
