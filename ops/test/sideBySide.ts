/** Does the deeds in their order, so many of them at a time, and returns what came of each. */
export async function sideBySide<Result>(
  deeds: readonly (() => Promise<Result>)[],
  atATime: number,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = deeds.entries();
  const lane = async () => {
    for (const [index, deed] of waiting) results[index] = await deed();
  };
  await Promise.all(Array.from({ length: Math.max(1, atATime) }, lane));
  return results;
}
