/** The languages that the app speaks, by their BCP 47 tags: as `<html lang>`, Intl and i18next take them. */
export const LANGUAGES = ['en', 'zh-CN'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Each language by its own name: whoever looks for it may read no other. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', 'zh-CN': '简体中文' };

/** Where nothing that the app speaks is asked for. */
export const DEFAULT_LANGUAGE: Language = 'en';

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** A value from outside (a form, a row, a cookie) as a language; null where it is none. */
export function parseLanguage(value: unknown): Language | null {
  return isLanguage(value) ? value : null;
}
