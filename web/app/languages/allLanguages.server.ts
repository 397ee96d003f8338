import type { Catalogue, Translated } from './catalogue.ts';
import { catalogue as english } from './en/catalogue.ts';
import type { Language } from './language.ts';
import { addLanguage } from './translator.ts';
import { catalogue as chinese } from './zh-CN/catalogue.ts';

const CATALOGUES = {
  en: english,
  'zh-CN': chinese,
} as const satisfies Record<Language, Catalogue | Translated<Catalogue>>;

/** Makes all languages known; a server calls it once, before its first request. */
export function addAllLanguages(): void {
  addLanguage('en', CATALOGUES.en);
  addLanguage('zh-CN', CATALOGUES['zh-CN']);
}
