import { withoutEnd } from '../../withoutEnd.ts';

/** Python's whitespace, which is JavaScript's without the byte order mark and with the separators below a space. */
const SPACE = '(?:(?!\\ufeff)[\\s\\u001c-\\u001f\\u0085])';
const BLANK = new RegExp(`^${SPACE}*$`);
const ONE_SPACE = new RegExp(`^${SPACE}$`);

/** Whether a text has no visible characters. */
export function isBlank(text: string): boolean {
  return BLANK.test(text);
}

/** A text without the whitespace at its end. */
export function withoutTrailingSpace(text: string): string {
  return withoutEnd(text, (unit) => ONE_SPACE.test(unit));
}
