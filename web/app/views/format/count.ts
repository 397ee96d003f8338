import type { Language } from '../../languages/language.ts';

/** A whole number with its thousands apart. */
export function formatCount(count: bigint | number, language: Language = 'en'): string {
  return new Intl.NumberFormat(language).format(count);
}

/** A count with its noun. @example countOf(1, 'turn') // "1 turn" */
export function countOf(count: bigint | number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${Number(count) === 1 ? singular : plural}`;
}
