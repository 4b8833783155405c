/** The index of the first range that begins at an offset or behind it; the ranges are in order. Their number where none does. */
export function firstFrom(ranges: readonly { readonly from: number }[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle] as { from: number }).from < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
