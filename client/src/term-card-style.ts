/** How the term card looks, in the colours of the editor's theme, and the few lines that run on it. */

export const cardStyle = `
body { padding: 0 1.5rem 2rem; font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); color: var(--vscode-foreground); line-height: 1.5; }
main { max-width: 46rem; }
nav { margin-top: 0.75rem; }
h1 { font-size: 1.6em; font-weight: 600; margin: 0.75rem 0 0; }
h1:focus { outline: none; }
h2 { font-size: 1em; font-weight: 600; margin: 1.5rem 0 0.35rem; }
p { margin: 0.35rem 0; }
ul { margin: 0; padding-left: 1.2rem; }
li { margin: 0.15rem 0; }
dl { margin: 0; display: grid; grid-template-columns: minmax(7rem, auto) 1fr; gap: 0.15rem 1rem; }
dt { grid-column: 1; color: var(--vscode-descriptionForeground); }
dd { grid-column: 2; margin: 0; }
a { color: var(--vscode-textLink-foreground); text-decoration: none; }
a:hover { color: var(--vscode-textLink-activeForeground); text-decoration: underline; }
a:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
mark { background: var(--vscode-editor-findMatchHighlightBackground); color: inherit; border: 1px dotted var(--vscode-contrastActiveBorder, transparent); }
.short, .about, .aside, .label { color: var(--vscode-descriptionForeground); }
.short { font-weight: 400; }
.definition { margin-top: 0.75rem; font-size: 1.1em; }
.old { text-decoration: line-through; }
.tree, .places { list-style: none; padding-left: 0; }
.tree .tree { margin-left: 0.35rem; padding-left: 1rem; border-left: 1px solid var(--vscode-tree-indentGuidesStroke, var(--vscode-descriptionForeground)); }
.places li { display: grid; grid-template-columns: 5rem 1fr; }
.words { overflow-wrap: anywhere; }
@media (max-width: 30rem) { dl, .places li { display: block; } }
`;

/** Sends the message of a link that is clicked, or chosen with Enter, which a browser takes for a click. */
export const cardScript = `
const editor = acquireVsCodeApi();
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-message]");
  if (!link) return;
  event.preventDefault();
  editor.postMessage(JSON.parse(link.dataset.message));
});
document.querySelector("h1").focus();
`;
