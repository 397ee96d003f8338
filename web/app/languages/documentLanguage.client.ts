import { DEFAULT_LANGUAGE, type Language, parseLanguage } from './language.ts';
import { addLanguage, type Translator } from './translator.ts';

const CATALOGUES = {
  en: () => import('./en/catalogue.ts'),
  'zh-CN': () => import('./zh-CN/catalogue.ts'),
} as const satisfies Record<Language, () => Promise<unknown>>;

/** Loads the words of the language that the server has drawn the document in, and of no other. */
export async function loadDocumentLanguage(): Promise<Translator> {
  const language = parseLanguage(document.documentElement.lang) ?? DEFAULT_LANGUAGE;
  const { catalogue } = await CATALOGUES[language]();
  return addLanguage(language, catalogue);
}
