/** What the page should open, besides the workspace. */
export interface Address {
  readonly port: number;
  /** Absolute path of the folder to open. */
  readonly workspace: string;
  /** Absolute path of the extension to run from its source folder; none where it is installed. */
  readonly extension?: string;
  /** Absolute path of the bundled suite, a CommonJS module that exports `run()`. */
  readonly suite?: string;
  /** Absolute path of a file to open at the start. */
  readonly file?: string;
}

/** The address of an editor window, with the payload that VS Code takes in place of arguments. */
export function windowAddress({ port, workspace, extension, suite, file }: Address): string {
  const remote = (path: string): string => `vscode-remote://127.0.0.1:${port}${path.split("/").map(encodeURIComponent).join("/")}`;
  const payload: [key: string, value: string][] = [["skipWelcome", "true"]];
  if (extension !== undefined) payload.push(["extensionDevelopmentPath", remote(extension)]);
  if (suite !== undefined) payload.push(["extensionTestsPath", remote(suite)]);
  if (file !== undefined) payload.push(["openFile", remote(file)]);
  const query = new URLSearchParams({ folder: workspace, payload: JSON.stringify(payload) });
  return `http://127.0.0.1:${port}/?${query.toString()}`;
}
