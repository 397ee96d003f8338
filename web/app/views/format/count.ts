import type { Language } from '../../languages/language.ts';
import { perLanguage } from './formatters.ts';

const counts = perLanguage((language) => new Intl.NumberFormat(language));

/** A whole number with its thousands separated. */
export function formatCount(count: bigint | number, language: Language): string {
  return counts(language).format(count);
}
