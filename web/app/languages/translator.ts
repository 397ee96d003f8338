import { createInstance, type i18n } from 'i18next';
import type { Catalogue, Translated } from './catalogue.ts';
import { DEFAULT_LANGUAGE, type Language } from './language.ts';

/** What speaks one language, from then on and without waiting: i18next with the words of that language alone. */
export type Translator = i18n;

/**
 * Says a message by its whole name, subject and all (`t('inbox:title')`), for functions that are given it; a component
 * asks `useTranslation('inbox')` for one of its subject.
 */
export type Translate = Translator['t'];

const translators = new Map<Language, Translator>();

/**
 * Makes a language known. The server knows all of them; a browser knows the one of its document, and loads the document
 * anew to get another. A translator never changes its language, so that requests can share it.
 */
export function addLanguage(language: Language, words: Catalogue | Translated<Catalogue>): Translator {
  const translator = createInstance({
    lng: language,
    resources: { [language]: words },
    ns: Object.keys(words),
    defaultNS: 'common',
    fallbackLng: false,
    initAsync: false,
    returnNull: false,
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    react: { useSuspense: false, bindI18n: false },
  });
  void translator.init();
  translators.set(language, translator);
  return translator;
}

/** What speaks a language; where only another one was loaded (see addLanguage), what speaks that. */
export function translatorOf(language: Language): Translator {
  const [first] = translators.values();
  const translator = translators.get(language) ?? translators.get(DEFAULT_LANGUAGE) ?? first;
  if (translator === undefined) throw new Error('No language was added before words were asked for');
  return translator;
}
