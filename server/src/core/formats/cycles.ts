/** Finds concepts that are, through others, broader than or part of themselves. */

/**
 * The cycles in a graph given as id → ids, each as the ids along it, starting where it was first met.
 * Ids outside the graph are passed over. Every arc that closes a cycle is reported once.
 */
export function cyclesIn(arcs: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  for (const start of arcs.keys()) {
    if (done.has(start)) continue;
    // Depth first with a list of our own: a chain of a hundred thousand concepts must not exhaust the stack.
    const path: { id: string; next: number }[] = [{ id: start, next: 0 }];
    const onPath = new Set([start]);
    while (path.length > 0) {
      const top = path[path.length - 1] as { id: string; next: number };
      const target = arcs.get(top.id)?.[top.next++];
      if (target === undefined) {
        path.pop();
        onPath.delete(top.id);
        done.add(top.id);
      } else if (onPath.has(target)) {
        cycles.push(path.slice(path.findIndex(({ id }) => id === target)).map(({ id }) => id));
      } else if (!done.has(target) && arcs.has(target)) {
        path.push({ id: target, next: 0 });
        onPath.add(target);
      }
    }
  }
  return cycles;
}
