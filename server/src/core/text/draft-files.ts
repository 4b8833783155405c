/** Which files are drafts: the editors' languages by the endings of their names, in small letters and without the dot. */
export const draftLanguages: Readonly<Record<string, string>> = {
  md: "markdown",
  markdown: "markdown",
  qmd: "quarto",
  rmd: "rmd",
  txt: "plaintext",
};
