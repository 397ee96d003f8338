const TITLE_MAX_CHARACTERS = 120;

/** A conversation's title: the first non-empty line of its task, shortened. */
export function titleOf(task: string): string {
  const line = task.trim().split('\n', 1)[0]?.trim() ?? '';
  const characters = [...line];
  if (characters.length <= TITLE_MAX_CHARACTERS) return line;
  return `${characters
    .slice(0, TITLE_MAX_CHARACTERS - 1)
    .join('')
    .trimEnd()}…`;
}
