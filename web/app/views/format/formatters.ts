import type { Language } from '../../languages/language.ts';

/**
 * Makes a language's formatter when it is first needed, and keeps it: making one takes a hundred times as long as using
 * it, and a page with a table needs hundreds.
 *
 * @example
 * const counts = perLanguage((language) => new Intl.NumberFormat(language));
 * counts('en').format(1_000) // "1,000"
 */
export function perLanguage<Formatter>(
  make: (language: Language) => Formatter,
): (language: Language) => Formatter {
  const made = new Map<Language, Formatter>();
  return (language) => {
    const known = made.get(language);
    if (known !== undefined) return known;
    const formatter = make(language);
    made.set(language, formatter);
    return formatter;
  };
}
