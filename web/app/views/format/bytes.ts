import type { Language } from '../../languages/language.ts';
import { perLanguage } from './formatters.ts';

const UNITS = ['KB', 'MB', 'GB'] as const;
const sizes = perLanguage((language) => new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }));

/**
 * @example formatBytes(512, 'en') // "512 bytes"
 * @example formatBytes(6_000_000, 'en') // "6 MB"
 */
export function formatBytes(bytes: number, language: Language): string {
  if (bytes < 1_000) return bytes === 1 ? '1 byte' : `${String(bytes)} bytes`;
  let value = bytes / 1_000;
  let unit = 0;
  for (; value >= 999.5 && unit < UNITS.length - 1; unit += 1) value /= 1_000;
  const rounded = sizes(language).format(value);
  return `${rounded} ${UNITS[unit] ?? 'GB'}`;
}
