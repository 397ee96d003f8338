/**
 * The tasks on the page, and the number of newer ones. New tasks wait until they are requested, so that no card
 * moves under a finger. If no card is left, they appear immediately.
 */
export function settledTasks<Item extends { task: { id: string } }>(
  tasks: readonly Item[],
  shownIds: ReadonlySet<string>,
): { shown: readonly Item[]; newCount: number } {
  const shown = tasks.filter(({ task }) => shownIds.has(task.id));
  if (shown.length === 0) return { shown: tasks, newCount: 0 };
  return { shown, newCount: tasks.length - shown.length };
}
