/** Whether PostgreSQL can keep a text: it has no NUL, and no half of a character that UTF-16 writes as two. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** What is wrong with a text that can't be kept, and what to do. */
export const NOT_STORABLE =
  'contains a NUL character or half of a surrogate pair, which cannot be stored; remove it';
