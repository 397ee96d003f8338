import { stripVTControlCharacters } from 'node:util';

/**
 * A text from outside for a terminal, without characters that could move the cursor, clear the screen or set its
 * title.
 */
export function plainText(text: string): string {
  return stripVTControlCharacters(text).replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
}
