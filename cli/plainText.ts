import { stripVTControlCharacters } from 'node:util';

/**
 * A text that somebody else wrote, for a terminal: without the characters that would move the cursor, clear the screen
 * or set its title.
 */
export function plainText(text: string): string {
  return stripVTControlCharacters(text).replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
}
