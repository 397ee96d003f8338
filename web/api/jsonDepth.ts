/** Whether JSON is nested deeper than this: what reads it by recursion would not come to its end. Itself it does not recurse. */
export function isDeeperThan(value: unknown, maxDepth: number): boolean {
  let level = childrenOf([value]);
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) return true;
    level = childrenOf(level);
  }
  return false;
}

/** All objects and lists one step further in. */
function childrenOf(values: readonly unknown[]): unknown[] {
  return values.flatMap((value) => {
    if (typeof value !== 'object' || value === null) return [];
    const children: unknown[] = Object.values(value);
    return children.filter((child) => typeof child === 'object' && child !== null);
  });
}
