/**
 * The tasks that stand on the page, and how many came since: these wait until they are asked for, so that no card moves
 * under a finger. Where no card is left, all that came stand at once.
 */
export function settledTasks<Item extends { task: { id: string } }>(
  tasks: readonly Item[],
  shownIds: ReadonlySet<string>,
): { shown: readonly Item[]; newCount: number } {
  const shown = tasks.filter(({ task }) => shownIds.has(task.id));
  if (shown.length === 0) return { shown: tasks, newCount: 0 };
  return { shown, newCount: tasks.length - shown.length };
}
