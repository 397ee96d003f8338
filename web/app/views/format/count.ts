import type { Language } from '../../languages/language.ts';

/** A whole number with its thousands apart. */
export function formatCount(count: bigint | number, language: Language = 'en'): string {
  return new Intl.NumberFormat(language).format(count);
}
