/** Longest wait in milliseconds: writing that never pauses is answered all the same. */
const patience = 50;

/**
 * Calls `run` once for every item that was added, when no more of them come. Messages of a burst are
 * handled one a turn of the event loop, so the burst is over when a whole turn has passed without one.
 */
export function afterBurst<Item>(nextTurn: (run: () => void) => void, run: (item: Item) => void): (item: Item) => void {
  const waiting = new Set<Item>();
  let since = 0;
  let quiet = false;
  const look = () => {
    if (!quiet && Date.now() - since < patience) {
      quiet = true;
      nextTurn(look);
      return;
    }
    const items = [...waiting];
    waiting.clear();
    for (const item of items) run(item);
  };
  return (item) => {
    quiet = false;
    if (waiting.size === 0) {
      since = Date.now();
      nextTurn(look);
    }
    waiting.add(item);
  };
}
