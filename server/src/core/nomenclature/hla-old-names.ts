/** What became, in April 2010, of a name written in digits without colons. */
export type OldNameFate =
  /** `certain` where the name is known to have become just this. */
  | { readonly state: "renamed"; readonly fields: readonly string[]; readonly suffix: string; readonly certain: boolean }
  /** The name was dropped; nothing stands for it. */
  | { readonly state: "withdrawn" }
  /** Five or seven digits: a form given up in 2002, whose silent changes had one digit. */
  | { readonly state: "older" };

/** Names dropped by April 2010, with the digits alone. The longer forms of a dropped name of four digits went with it. */
const withdrawn: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    A: "0105 020116 020120 0223 0298 1128 2401 2412 2416 2465 3005 3021 31011 3302",
    B: "0701 1305 1324 150105 1522 1541 1559 1816 27051 2722 3573 39012 3921 4017 4041 4203 4401 5003 5125 5147 5506 5803 7901 9530",
    C: "0101 0201 020204 021603 0301 0402 0421 0422 0502 0601 060202 0734 1101 1201 1301 1401 1501 1514 1603 16042 1605",
    DPA1: "0101 0102",
    DPB1: "02011 0701 1201 4201 4301",
    DQA1: "03012 05013",
    DQB1: "03031",
    DRB1: "0702 08031 09011 1171 12031 1466 1606",
    DRB3: "010101",
    DRB4: "0101102",
    DRB5: "0201",
    E: "0102",
    G: "010110",
    MICA: "021",
    MICB: "017",
  }).map(([locus, digits]) => [locus, new Set(digits.split(" "))]),
);

/** Names that became more or other than their digits split by two. */
const exceptions: Readonly<Record<string, { readonly fields: readonly string[]; readonly suffix?: string }>> = {
  "A*1150": { fields: ["11", "50"], suffix: "Q" },
  "A*2644": { fields: ["26", "43", "02"] },
  "B*0806": { fields: ["08", "20"] },
  "B*3716": { fields: ["37", "16"], suffix: "Q" },
};

/** Groups that had only taken over the numbers above 99 of another group. */
const overflow: Readonly<Record<string, { readonly group: string; readonly last: number }>> = {
  "A*92": { group: "02", last: 99 },
  "B*95": { group: "15", last: 91 },
};

/** DPB1 names were numbered by protein alone, so those that had run on in the second pair became 100:01 and upwards, in this order. */
const renumberedDpb1 =
  "0102 0203 0302 0403 0502 0602 0802 0902 1002 1102 1302 1402 1502 1602 1702 1802 1902 2002 2102 2202 2302 2402 2502 2602 2702 2802".split(
    " ",
  );

/** The only names of DPB1 that kept a second pair other than 01. */
const keptDpb1: ReadonlySet<string> = new Set(["0202", "0402"]);

/**
 * What became of a name of the years before April 2010; undefined where its digits were no such name.
 * Papers often leave out the last pairs of digits, and those forms are split like the full ones.
 * @param locus the locus of today, "C" for old "Cw"
 * @param digits all digits behind the asterisk
 * @param suffix the letter behind them, or ""
 * @param groupDigits how many digits the first field has
 */
export function oldNameFate(locus: string, digits: string, suffix: string, groupDigits: 2 | 3): OldNameFate | undefined {
  const dropped = withdrawn.get(locus);
  if (dropped?.has(digits) || dropped?.has(digits.slice(0, 4))) return { state: "withdrawn" };
  const rest = digits.slice(groupDigits);
  if (rest.length === 0 || rest.length > 6 || /^0+$/.test(digits.slice(0, groupDigits))) return undefined;
  if (rest.length % 2 === 1) return digits.length >= 5 ? { state: "older" } : undefined;
  const pairs = rest.match(/../g) as string[];
  if (pairs.includes("00")) return undefined;
  return { state: "renamed", ...renamed(locus, digits.slice(0, groupDigits), pairs, suffix) };
}

function renamed(
  locus: string,
  group: string,
  pairs: readonly string[],
  suffix: string,
): Omit<OldNameFate & { state: "renamed" }, "state"> {
  const [protein, ...further] = pairs as [string, ...string[]];
  const exception = further.length === 0 ? exceptions[`${locus}*${group}${protein}`] : undefined;
  if (exception) return { fields: exception.fields, suffix: exception.suffix ?? suffix, certain: true };
  const moved = overflow[`${locus}*${group}`];
  if (moved) return { fields: [moved.group, `1${protein}`, ...further], suffix, certain: Number(protein) <= moved.last };
  if (locus === "DPB1") {
    const place = renumberedDpb1.indexOf(group + protein);
    if (place >= 0) return { fields: [String(100 + place), "01", ...further], suffix, certain: true };
    return { fields: [group, ...pairs], suffix, certain: protein === "01" || keptDpb1.has(group + protein) };
  }
  return { fields: [group, ...pairs], suffix, certain: true };
}

/** All names, as "A*1150", that digits split by two do not explain; for comparing them with the official table. */
export function exceptionalOldNames(): string[] {
  const two = (number: number) => String(number).padStart(2, "0");
  const moved = Object.entries(overflow).flatMap(([group, { last }]) => Array.from({ length: last }, (_, i) => `${group}${two(i + 1)}`));
  const dropped = [...withdrawn].flatMap(([locus, digits]) => [...digits].map((one) => `${locus}*${one}`));
  return [...new Set([...Object.keys(exceptions), ...moved, ...renumberedDpb1.map((digits) => `DPB1*${digits}`), ...dropped])];
}
