import assert from "node:assert/strict";
import { type HlaName, parseHlaName } from "../../server/src/core/nomenclature/hla.ts";

/** A name in one line: its kind and its parts. */
function summary(text: string): string {
  const name = parseHlaName(text);
  if (!name) return "none";
  if (name.kind === "broken") return `broken: ${name.problems.map(({ code }) => code).join(" ")} → ${name.better ?? "?"}`;
  return summaryOf(name);
}

function summaryOf(name: HlaName): string {
  switch (name.kind) {
    case "locus":
      return `locus ${name.locus}`;
    case "allele":
      return `allele ${name.locus} ${name.fields.join(" ")}${name.suffix ? ` suffix ${name.suffix}` : ""}`;
    case "group":
      return `${name.suffix} group ${name.locus} ${name.fields.join(" ")}`;
    case "code":
      return `code ${name.locus} ${name.fields.join(" ")} ${name.code}`;
    case "oldName":
      return `old ${name.locus} ${name.digits}${name.suffix} ${
        name.fate.state === "renamed"
          ? `→ ${name.fate.fields.join(":")}${name.fate.suffix}${name.fate.certain ? "" : "?"}`
          : name.fate.state
      }`;
    case "serotype":
      return `antigen ${name.locus}${name.workshop ? "w" : ""} ${name.number}${name.broad ? ` of ${name.broad}` : ""}`;
    case "glString":
      return `(${name.parts.map(summaryOf).join(` ${name.operator} `)})`;
  }
}

function reads(table: Readonly<Record<string, string>>): void {
  for (const [text, expected] of Object.entries(table)) it(text, () => assert.equal(summary(text), expected));
}

describe("HLA names", () => {
  describe("alleles and their fields", () =>
    reads({
      "HLA-B*27": "allele B 27",
      "HLA-B*27:05": "allele B 27 05",
      "HLA-A*02:01:01": "allele A 02 01 01",
      "HLA-A*02:01:01:01": "allele A 02 01 01 01",
      "HLA-A\\*02:01": "allele A 02 01",
      "HLA–A∗02:01": "allele A 02 01",
      "-A*02:01": "allele A 02 01",
      "B*15:101": "allele B 15 101",
      "B*15:1001": "allele B 15 1001",
      "A*02:01:01:172": "allele A 02 01 01 172",
      "DPB1*104:01": "allele DPB1 104 01",
      "DPB1*1001:01": "allele DPB1 1001 01",
      "DPB1*104": "allele DPB1 104",
      "MICA*008:04": "allele MICA 008 04",
      "MICA*008": "allele MICA 008",
      "MICB*009N": "allele MICB 009 suffix N",
      "HFE*001:01": "allele HFE 001 01",
      "TAP1*01:01": "allele TAP1 01 01",
    }));

  describe("suffixes", () =>
    reads({
      "A*24:09N": "allele A 24 09 suffix N",
      "HLA-A*24:02:01:02L": "allele A 24 02 01 02 suffix L",
      "B*44:02:01:02S": "allele B 44 02 01 02 suffix S",
      "A*01:01:01C": "allele A 01 01 01 suffix C",
      "A*01:01A": "allele A 01 01 suffix A",
      "A*11:50Q": "allele A 11 50 suffix Q",
    }));

  describe("groups", () =>
    reads({
      "A*02:01:01G": "G group A 02 01 01",
      "HLA-DRB1*15:01P": "P group DRB1 15 01",
      "A*01:01g": "g group A 01 01",
    }));

  describe("loci", () => {
    const loci =
      "A B C E F G H J K L N P R S T U V W Y DRA DRB1 DRB2 DRB3 DRB4 DRB5 DRB6 DRB7 DRB8 DRB9 DQA1 DQA2 DQB1 DQB2 DOA DOB DMA DMB DPA1 DPA2 DPB1 DPB2";
    reads(Object.fromEntries(loci.split(" ").map((locus) => [`HLA-${locus}`, `locus ${locus}`])));
    reads(Object.fromEntries("MICA MICB TAP1 TAP2 HFE".split(" ").map((locus) => [locus, `locus ${locus}`])));
    for (const locus of loci.split(" "))
      it(`HLA-${locus}*01:01`, () => assert.equal(summary(`HLA-${locus}*01:01`), `allele ${locus} 01 01`));
  });

  describe("names of before April 2010", () =>
    reads({
      "DRB1*0401": "old DRB1 0401 → 04:01",
      "A*01010102N": "old A 01010102N → 01:01:01:02N",
      "Cw*0602": "old C 0602 → 06:02",
      "C*0602": "old C 0602 → 06:02",
      "DPB1*1001": "old DPB1 1001 → 10:01",
      "DPB1*0202": "old DPB1 0202 → 02:02",
      "DPB1*0402": "old DPB1 0402 → 04:02",
      "DPB1*0403": "old DPB1 0403 → 103:01",
      "DPB1*2302N": "old DPB1 2302N → 120:01N",
      "DPB1*2902": "old DPB1 2902 → 29:02?",
      "A*9201": "old A 9201 → 02:101",
      "A*927101": "old A 927101 → 02:171:01",
      "A*9271": "old A 9271 → 02:171",
      "B*9591": "old B 9591 → 15:191",
      "B*9592": "old B 9592 → 15:192?",
      "B*9530": "old B 9530 withdrawn",
      "A*1150": "old A 1150 → 11:50Q",
      "B*0806": "old B 0806 → 08:20",
      "B*3716": "old B 3716 → 37:16Q",
      "A*2644": "old A 2644 → 26:43:02",
      "A*0105N": "old A 0105N withdrawn",
      "A*0105": "old A 0105 withdrawn",
      "Cw*060101": "old C 060101 withdrawn",
      "MICA*00201": "old MICA 00201 → 002:01",
      "MICB*0020101": "old MICB 0020101 → 002:01:01",
      "MICA*021": "old MICA 021 withdrawn",
      "DRB1*11011": "old DRB1 11011 older",
      "DRB4*0103102N": "old DRB4 0103102N older",
    }));

  describe("NMDP codes and genotype lists", () =>
    reads({
      "DRB1*01AD": "code DRB1 01 AD",
      "A*02:XX": "code A 02 XX",
      "HLA-B*15:ABCD": "code B 15 ABCD",
      "A*02:01/A*02:02": "(allele A 02 01 / allele A 02 02)",
      "DRB1*04:01/04:04": "(allele DRB1 04 01 / allele DRB1 04 04)",
      "HLA-A*02:01/HLA-A*02:02+HLA-A*03:01": "((allele A 02 01 / allele A 02 02) + allele A 03 01)",
      "A*02:01+A*03:01^B*07:02~C*07:02|B*08:01":
        "((allele A 02 01 + allele A 03 01) ^ ((allele B 07 02 ~ allele C 07 02) | allele B 08 01))",
      "Bw4/Bw6": "(antigen Bw 4 / antigen Bw 6)",
    }));

  describe("antigens", () =>
    reads({
      "HLA-A2": "antigen A 2",
      "-B27": "antigen B 27",
      "HLA-B27": "antigen B 27",
      "HLA-Cw6": "antigen Cw 6",
      Cw6: "antigen Cw 6",
      "HLA-DR4": "antigen DR 4",
      "HLA-DQ8": "antigen DQ 8",
      "HLA-DPw4": "antigen DPw 4",
      Bw4: "antigen Bw 4",
      Bw6: "antigen Bw 6",
      "HLA-Dw2": "antigen Dw 2",
      "HLA-A24(9)": "antigen A 24 of 9",
      "HLA-A2403": "antigen A 2403",
      "HLA-DR103": "antigen DR 103",
      "HLA-B999": "antigen B 999",
    }));

  describe("broken names", () =>
    reads({
      "HLA-A*2:01": "broken: field → HLA-A*02:01",
      "HLA-B*27:5": "broken: field → HLA-B*27:05",
      "HLA-A*2:1": "broken: field field → HLA-A*02:01",
      "HLA-A*02:001": "broken: field → HLA-A*02:01",
      "HLA-A*0201:01": "broken: field → HLA-A*02:01:01",
      "HLA-A*02:0101": "broken: field → HLA-A*02:01:01",
      "DPB1*0401:01": "broken: field → DPB1*04:01:01",
      "DRB1*401": "broken: field → DRB1*04:01",
      "A*201:01": "broken: field → ?",
      "MICA*08:01": "broken: field → MICA*008:01",
      "HLA-A*02:00": "broken: field → ?",
      "HLA-A*02::01": "broken: field → ?",
      "HLA-A*01:01:01:01:01": "broken: fields → ?",
      "HLA-A*02:01G": "broken: group → ?",
      "HLA-A*02:01:01:01G": "broken: group → HLA-A*02:01:01G",
      "HLA-A*02:01:01P": "broken: group → HLA-A*02:01P",
      "HLA-A*24:09X": "broken: suffix → ?",
      "HLA-A*24:09n": "broken: suffix → HLA-A*24:09N",
      "DRB1*0401X": "broken: suffix → ?",
      "HLA-DRB*04:01": "broken: locus → HLA-DRB1*04:01",
      "HLA-DRB*01:01": "broken: locus → ?",
      "DQB*0302": "broken: locus → DQB1*0302",
      "HLA-DQ*03:02": "broken: locus → ?",
      "HLA-Cw*07:02": "broken: w → HLA-C*07:02",
      "HLA-Cw*7:02": "broken: w field → HLA-C*07:02",
      "HLA B*27:05": "broken: prefix → HLA-B*27:05",
      HLAB27: "broken: prefix → HLA-B27",
      "HLA B27": "broken: prefix → HLA-B27",
      "HLA-MICA*008": "broken: prefix → MICA*008",
      "HLA-A0201": "broken: asterisk → HLA-A*02:01",
      "HLA-A02:01": "broken: asterisk → HLA-A*02:01",
      "HLA-DRB10401": "broken: asterisk → HLA-DRB1*04:01",
      "HLA-C7": "broken: w → HLA-Cw7",
      "HLA-DRw52": "broken: w → HLA-DR52",
      "HLA-Bw35": "broken: w → HLA-B35",
    }));

  describe("what is no HLA name", () =>
    reads(
      Object.fromEntries(
        [
          "IL-6",
          "H2-K*1",
          "H-2Kb",
          "CYP2C19*2",
          "TPMT*3A",
          "Mamu-A1*001:01",
          "C3",
          "B6",
          "HLA-C1",
          "HLA",
          "A*02:01restricted",
          "HLADH",
          "A*",
          "",
        ].map((text) => [text, "none"]),
      ),
    ));
});
