/** Runs `act` over all items, `width` at a time; answers what came of each, in the order of the items. */
export async function inLanes<T, R>(
  items: readonly T[],
  width: number,
  act: (item: T, at: number) => Promise<R>,
): Promise<R[]> {
  const queue = items.entries();
  const results: R[] = [];
  const lane = async (): Promise<void> => {
    for (const [at, item] of queue) results[at] = await act(item, at);
  };
  await Promise.all(Array.from({ length: width }, lane));
  return results;
}
