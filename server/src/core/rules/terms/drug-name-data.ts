/** Drugs whose international name (INN) differs from the one adopted in the United States (USAN). */
export const drugNames: readonly (readonly [inn: string, usan: string])[] = [
  ["aciclovir", "acyclovir"],
  ["beclometasone", "beclomethasone"],
  ["ciclosporin", "cyclosporine"],
  ["hydroxycarbamide", "hydroxyurea"],
  ["mesalazine", "mesalamine"],
  ["paracetamol", "acetaminophen"],
  ["rifampicin", "rifampin"],
  ["salbutamol", "albuterol"],
  ["valaciclovir", "valacyclovir"],
];
