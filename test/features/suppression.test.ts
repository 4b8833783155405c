import { check } from "../support/check.ts";

const unused = "Infection with Epstein-Barr virus («abbr-unused|EBV») is common.";
const quiet = "Infection with Epstein-Barr virus (EBV) is common.";

describe("a comment", () => {
  it("allows a rule in the next line", () => {
    check(unused);
    check(`<!-- immunolex-disable-next-line abbr-unused -->\n${quiet}`);
  });
  it("allows all rules where it names none", () => void check(`<!-- immunolex-disable-next-line -->\n${quiet}`));
  it("allows a rule up to where it is enabled again", () => {
    check(
      `<!-- immunolex-disable abbr-unused -->\n\n${quiet}\n\n<!-- immunolex-enable abbr-unused -->\n\nRheumatoid arthritis («abbr-unused|RA») hurts.`,
    );
  });
  it("allows a rule to the end", () => void check(`<!-- immunolex-disable abbr-unused -->\n\n${quiet}`));
  it("allows a rule in the whole file, wherever it stands", () => void check(`${quiet}\n\n<!-- immunolex-disable-file abbr-unused -->`));
  it("leaves other rules alone", () => {
    check(`«unused-suppression|<!-- immunolex-disable-next-line term-variant -->»\n${unused}`);
  });
  it("is reported where it allows nothing", () => {
    check("«unused-suppression|<!-- immunolex-disable-file abbr-unused -->»\n\nNothing here.");
  });
});

describe("settings", () => {
  it("in the front matter switch a rule off", () => void check(`---\nimmunolex:\n  rules:\n    abbr-unused: off\n---\n\n${quiet}`));
  it("in the front matter choose the spelling", () => {
    check("---\nimmunolex:\n  locale: en-GB\n---\n\nThe «spelling-locale|estrogen» level.");
  });
  it("in the front matter are told what is wrong with them", () => {
    check("---\nimmunolex:\n  rules:\n    «front-matter|abbr-unusd»: off\n---\n\nNothing here.");
  });
});
