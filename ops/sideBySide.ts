/** Runs the jobs in order, this many at a time, and returns all results. */
export async function sideBySide<Result>(
  jobs: readonly (() => Promise<Result>)[],
  atATime: number,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = jobs.entries();
  const lane = async () => {
    for (const [index, job] of waiting) results[index] = await job();
  };
  await Promise.all(Array.from({ length: Math.max(1, atATime) }, lane));
  return results;
}
