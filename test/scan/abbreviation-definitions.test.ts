import assert from "node:assert/strict";
import fc from "fast-check";
import { findAbbreviationDefinitions } from "../../server/src/core/scan/abbreviation-definitions.ts";

/** A text, and the definitions in it as "short: long", by the place of the short form. */
type Case = readonly [text: string, ...pairs: string[]];

const definitions: Record<string, readonly Case[]> = {
  "long form before the bracket": [
    ["Patients with systemic lupus erythematosus (SLE) were enrolled.", "SLE: systemic lupus erythematosus"],
    ["We measured C-reactive protein (CRP) and rheumatoid factor (RF).", "CRP: C-reactive protein", "RF: rheumatoid factor"],
    ["Disease-modifying antirheumatic drugs (DMARDs) were stopped.", "DMARDs: Disease-modifying antirheumatic drugs"],
    ["The major histocompatibility complex (MHC) is polymorphic.", "MHC: major histocompatibility complex"],
    ["Symptoms of granulomatosis with polyangiitis (GPA) vary.", "GPA: granulomatosis with polyangiitis"],
    ["Graft-versus-host disease (GVHD) was mild.", "GVHD: Graft-versus-host disease"],
    ["They gave intravenous immunoglobulin (IVIG) early.", "IVIG: intravenous immunoglobulin"],
    ["It blocks tumor necrosis factor [TNF] in the joint.", "TNF: tumor necrosis factor"],
    ["a deficiency of adenosine deaminase(ADA) in infants", "ADA: adenosine deaminase"],
  ],
  "no article or verb too many": [
    ["The role of the anti-citrullinated protein antibody (ACPA) is debated.", "ACPA: anti-citrullinated protein antibody"],
    ["An association with a T-cell receptor (TCR) was found.", "TCR: T-cell receptor"],
    ["Treatment with the tyrosine kinase inhibitor (TKI) was started.", "TKI: tyrosine kinase inhibitor"],
    ["It was seen in severe combined immunodeficiency (SCID).", "SCID: severe combined immunodeficiency"],
    ["Sera were tested. Antinuclear antibodies (ANA) were absent.", "ANA: Antinuclear antibodies"],
    ["Mice carried B. burgdorferi outer surface protein A (OspA).", "OspA: outer surface protein A"],
  ],
  "short form before the bracket": [
    ["Most had SLE (systemic lupus erythematosus) for years.", "SLE: systemic lupus erythematosus"],
    ["TNF-α (tumor necrosis factor alpha) drives fever.", "TNF-α: tumor necrosis factor alpha"],
    ["We used FACS (for fluorescence-activated cell sorting) here.", "FACS: fluorescence-activated cell sorting"],
    ["levels of MBL (mannose-binding lectin), a collectin", "MBL: mannose-binding lectin"],
  ],
  "hyphens, digits, Greek letters and parts of words": [
    ["insulin-like growth factor 1 (IGF-I) binds", "IGF-I: insulin-like growth factor 1"],
    ["insulin-like growth factor I (IGF-1) binds", "IGF-1: insulin-like growth factor I"],
    ["tumor necrosis factor alpha (TNF-α) and interferon-γ (IFN-γ)", "TNF-α: tumor necrosis factor alpha", "IFN-γ: interferon-γ"],
    ["type 1 T helper cells, T helper 1 (Th1) cells, make it", "Th1: T helper 1"],
    ["transforming growth factor β1 (TGF-beta1) is made", "TGF-beta1: transforming growth factor β1"],
    ["nuclear factor κB (NF-kappaB) moves", "NF-kappaB: nuclear factor κB"],
    ["the enzyme 5-lipoxygenase (5-LO) and cyclooxygenase 2 (COX-2)", "5-LO: 5-lipoxygenase", "COX-2: cyclooxygenase 2"],
    ["the 70-kDa heat shock protein (HSP70) is released", "HSP70: 70-kDa heat shock protein"],
    ["the drug N-acetylcysteine (NAC) and lipopolysaccharide (LPS)", "NAC: N-acetylcysteine", "LPS: lipopolysaccharide"],
    ["c-Jun N-terminal kinase (JNK) was active", "JNK: c-Jun N-terminal kinase"],
    ["inositol trisphosphate (IP3) opens channels", "IP3: inositol trisphosphate"],
    ["dexamethasone (DEX) was added", "DEX: dexamethasone"],
  ],
  "plural short forms stay as written": [
    ["Monoclonal antibodies (mAbs) and natural killer cells (NKs)", "mAbs: Monoclonal antibodies", "NKs: natural killer cells"],
    ["toll-like receptors (TLRs) sense microbes", "TLRs: toll-like receptors"],
  ],
  "letters in another order": [
    ["Regulatory T cells (Tregs) and T follicular helper cells (Tfh)", "Tregs: Regulatory T cells", "Tfh: T follicular helper cells"],
    ["regulatory T (Treg) cells and regulatory B cells (Bregs)", "Treg: regulatory T", "Bregs: regulatory B cells"],
    [
      "tissue-resident memory T cells (TRM) and central memory T (TCM) cells",
      "TRM: tissue-resident memory T cells",
      "TCM: central memory T",
    ],
    ["conventional type 1 dendritic cells (cDC1s) cross-present", "cDC1s: conventional type 1 dendritic cells"],
    ["mitochondrial 70-kDa heat shock protein (mHSP70) folds", "mHSP70: mitochondrial 70-kDa heat shock protein"],
  ],
  "commas alone": [
    ["In systemic lupus erythematosus, SLE, and others", "SLE: systemic lupus erythematosus"],
    ["(B-cell interaction and regulatory domain, BIRD)", "BIRD: B-cell interaction and regulatory domain"],
  ],
  "names that are not cut": [
    ["the base 7,8-dihydro-8-oxoguanine (8-oxoG) pairs", "8-oxoG: 7,8-dihydro-8-oxoguanine"],
    ["the calmodulin-dependent protein kinase (DPK) acts", "DPK: calmodulin-dependent protein kinase"],
    ["the Centre National de la Recherche Scientifique (CNRS) paid", "CNRS: Centre National de la Recherche Scientifique"],
  ],
  "several in one bracket": [
    ["interleukin 6 and tumor necrosis factor (IL-6 and TNF) rose", "IL-6: interleukin 6", "TNF: tumor necrosis factor"],
    ["antineutrophil cytoplasmic antibody (ANCA; also called X) tests", "ANCA: antineutrophil cytoplasmic antibody"],
    ["receptor activator of NF-κB ligand (RANKL, also known as TRANCE) is high", "RANKL: receptor activator of NF-κB ligand"],
    ["(giant cell arteritis, GCA)", "GCA: giant cell arteritis"],
    ["a vasculitis (GCA, giant cell arteritis)", "GCA: giant cell arteritis"],
    [
      "The receptors bind ligand (FcRn, neonatal Fc receptor; pIgR, polymeric immunoglobulin receptor)",
      "pIgR: polymeric immunoglobulin receptor",
    ],
  ],
  "two things of one kind": [
    ["The complement receptors 1 and 2 (CR1 and CR2) bind C3.", "CR1: complement receptors 1", "CR2: complement receptors 2"],
    ["Surfactant proteins A (SP-A) and D (SP-D) bind.", "SP-A: Surfactant proteins A", "SP-D: Surfactant proteins D"],
    ["interleukins 6 (IL-6), 10 (IL-10), and 12 (IL-12)", "IL-6: interleukins 6", "IL-10: interleukins 10", "IL-12: interleukins 12"],
    [
      "enhanced cyan and yellow fluorescent proteins (ECFP, EYFP)",
      "ECFP: enhanced cyan fluorescent proteins",
      "EYFP: enhanced yellow fluorescent proteins",
    ],
  ],
  "cues in the bracket": [
    ["juvenile idiopathic arthritis (hereafter JIA) begins", "JIA: juvenile idiopathic arthritis"],
    ["antiphospholipid syndrome (abbreviated as APS) and", "APS: antiphospholipid syndrome"],
    ["mixed connective tissue disease (or MCTD) and", "MCTD: mixed connective tissue disease"],
    ["immune reconstitution syndrome (i.e., IRS) and", "IRS: immune reconstitution syndrome"],
    ["membrane attack complex (“MAC”) forms", "MAC: membrane attack complex"],
  ],
  "citations and nested brackets": [
    ["systemic lupus erythematosus \uFFFC (SLE) is", "SLE: systemic lupus erythematosus"],
    ["ankylosing spondylitis [3, 4] (AS) is", "AS: ankylosing spondylitis"],
    ["primary biliary cholangitis (PBC [12]) is", "PBC: primary biliary cholangitis"],
    ["primary biliary cholangitis (PBC \uFFFC) is", "PBC: primary biliary cholangitis"],
    ["PBC \uFFFC (primary biliary cholangitis) is", "PBC: primary biliary cholangitis"],
    ["proline-rich carboxyglutamic acid (Gla) proteins (PRGPs) bind", "PRGPs: proline-rich carboxyglutamic acid (Gla) proteins"],
    ["drugs (such as hydroxychloroquine (HCQ)) help", "HCQ: hydroxychloroquine"],
    ["antibodies to poly(A) binding protein (PABP) were", "PABP: poly(A) binding protein"],
  ],
  "line breaks and spaces": [
    ["with systemic lupus\nerythematosus (SLE) and", "SLE: systemic lupus erythematosus"],
    ["with systemic\u00A0sclerosis\n(SSc) and", "SSc: systemic sclerosis"],
    ["with rheumatoid  arthritis ( RA ) and", "RA: rheumatoid arthritis"],
    ["enzyme-linked immunosorbent assay (\nELISA) was", "ELISA: enzyme-linked immunosorbent assay"],
  ],
  appositions: [
    ["Systemic lupus erythematosus, or SLE, is common.", "SLE: Systemic lupus erythematosus"],
    ["inflammatory bowel disease, abbreviated as IBD, has", "IBD: inflammatory bowel disease"],
    ["common variable immunodeficiency, hereafter CVID, is", "CVID: common variable immunodeficiency"],
    ["the eosinophil cationic protein, also called ECP, is", "ECP: eosinophil cationic protein"],
  ],
  "adjectives in one letter": [["The heavy (H) and light (L) chains pair.", "H: heavy", "L: light"]],
  "every definition of one short form": [
    ["Crohn disease (CD) and celiac disease (CD) differ.", "CD: Crohn disease", "CD: celiac disease"],
    ["Atopic dermatitis (AD) is not Alzheimer disease (AD).", "AD: Atopic dermatitis", "AD: Alzheimer disease"],
  ],
  "statistics that are spelled out": [
    ["The hazard ratio (HR) and the odds ratio (OR, 1.5)", "HR: hazard ratio", "OR: odds ratio"],
    ["The 95% confidence interval (CI) was wide.", "CI: confidence interval"],
  ],
};

const traps: Record<string, readonly string[]> = {
  "numbers and results": [
    "We enrolled new patients (n = 12) and nurses (N=4).",
    "The difference was significant (P < .05) and precise (p=0.01).",
    "Patients improved (95% CI, 1.1-2.0) in the trial (OR 1.5; 95% CI 1.1–2.0).",
    "Age was recorded in every patient (SD 3.4) and in all (IQR, 2–9).",
    "outcomes for relapse (OR, 1.5) were",
    "Doses were medium (5 mg) or moderate (10 mg/mL).",
    "in controls (50%) and in cases (±3)",
  ],
  pointers: [
    "The fibrils grew in gels (Fig. 1) and in tissue (Table 2).",
    "as found in a trial (see Figure 3) and elsewhere (ref. 4)",
    "as reported before (Smith et al., 2003) and since (Jones 2004)",
    "in several ways (e.g., this) and others (i.e., that)",
  ],
  "numerals of lists and grades": [
    "We ask (i) who, (ii) how and (iii) why.",
    "Patients with class four nephritis (IV) and class six (VI)",
    "(a) one arm, (b) both arms",
  ],
  "members of a group": [
    "proinflammatory cytokines (IL-6, TNF and IL-1) were high",
    "Toll-like receptors (TLR2, TLR4) were blocked",
    "surface markers (CD3, CD19) were stained",
    "genes (HLA-DRB1, PTPN22, CTLA4) were typed",
  ],
  "glosses in plain words": [
    "a male patient (mouse) and the rest (rats)",
    "the tissue (skin) was taken, and the blood (serum) too",
    "lymphocytes (white cells) circulate",
    "the Jackson strain (Bar Harbor, ME) was used",
    "this (which see) and that (in vitro)",
  ],
  "names that hold the short form": ["H-Ras (Ras) and IL-12p40 (p40)", "CD4+ cells (CD4) were counted"],
  "words around other marks": ["lipoprotein(a) was measured", "( ) [] (()) ([)]", "(SLE)", "SLE", "", "()", "a (", ") b"],
};

function pairs(text: string): string[] {
  return findAbbreviationDefinitions(text).map((d) => `${d.short}: ${d.long}`);
}

describe("abbreviation definitions", () => {
  for (const [title, cases] of Object.entries(definitions)) {
    describe(title, () => {
      for (const [text, ...expected] of cases) it(JSON.stringify(text), () => assert.deepEqual(pairs(text), expected));
    });
  }
  for (const [title, texts] of Object.entries(traps)) {
    describe(`nothing: ${title}`, () => {
      for (const text of texts) it(JSON.stringify(text), () => assert.deepEqual(pairs(text), []));
    });
  }

  it("gives the ranges of both forms", () => {
    const text = "with systemic lupus\nerythematosus (SLE)";
    assert.deepEqual(findAbbreviationDefinitions(text), [
      { short: "SLE", long: "systemic lupus erythematosus", shortFrom: 35, shortTo: 38, longFrom: 5, longTo: 33 },
    ]);
  });

  it("accepts any text, and its ranges hold what it reports", () => {
    const piece = fc.oneof(
      fc.constantFrom("(", ")", "[", "]", ", ", "; ", ". ", " ", "\n", "\u00A0", "\uFFFC", "-", "–", "’", "α", "𝛽", "\u0301"),
      fc.constantFrom("SLE", "TNF-α", "Th1", "mAbs", "systemic lupus erythematosus", "tumor necrosis factor", "hereafter ", "and "),
      fc.string({ maxLength: 6, unit: "binary" }),
    );
    const collapse = (s: string) => s.replace(/[\s\uFFFC]+/g, " ");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join("");
        for (const d of findAbbreviationDefinitions(text)) {
          assert.equal(d.short, collapse(text.slice(d.shortFrom, d.shortTo)));
          assert.equal(d.long, collapse(text.slice(d.longFrom, d.longTo)));
          assert.ok(d.short.trim() !== "" && d.long.length > d.short.length);
          assert.ok(d.longTo <= d.shortFrom || d.shortTo <= d.longFrom, "the two forms do not overlap");
        }
      }),
      { numRuns: 500 },
    );
  });

  it("does not slow down on hostile brackets", () => {
    const started = performance.now();
    for (const unit of [
      "(",
      "[",
      ")",
      "(A",
      "(AB) ",
      "((AB)",
      "a,",
      ", or AB",
      "SLE (s",
      "(-",
      "1-",
      "2,",
      "αβ(αβ) ",
      "[1]",
      " ",
      "A (b;",
      "or, ",
    ]) {
      findAbbreviationDefinitions(unit.repeat(10_000));
    }
    assert.ok(performance.now() - started < 10_000);
  });
});
