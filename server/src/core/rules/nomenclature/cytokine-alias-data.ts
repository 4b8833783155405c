/** Cytokines with a systematic name, and the older names that are still written. */
export const aliases: readonly { readonly systematic: string; readonly others: readonly string[] }[] = [
  { systematic: "CXCL8", others: ["IL-8"] },
  { systematic: "CCL5", others: ["RANTES"] },
  { systematic: "CCL2", others: ["MCP-1"] },
  { systematic: "CCL3", others: ["MIP-1α"] },
  { systematic: "CCL4", others: ["MIP-1β"] },
  { systematic: "CXCL10", others: ["IP-10"] },
  { systematic: "CXCL12", others: ["SDF-1", "SDF-1α"] },
  { systematic: "CCL11", others: ["eotaxin", "Eotaxin", "eotaxin-1"] },
  { systematic: "CX3CL1", others: ["fractalkine", "Fractalkine"] },
  { systematic: "IFN-λ2", others: ["IL-28A"] },
  { systematic: "IFN-λ3", others: ["IL-28B"] },
  { systematic: "IFN-λ1", others: ["IL-29"] },
  { systematic: "BAFF", others: ["BLyS"] },
];
