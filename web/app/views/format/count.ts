import type { Language } from '../../languages/language.ts';

/** A whole number with its thousands separated. */
export function formatCount(count: bigint | number, language: Language): string {
  return new Intl.NumberFormat(language).format(count);
}
