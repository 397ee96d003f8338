import { english } from './en.ts';
import type { MailWords } from './words.ts';
import { chinese } from './zhCn.ts';

const WORDS: Record<string, MailWords> = { en: english, 'zh-CN': chinese };

/** The words of mails in a language of the app (BCP 47); in English where it is none of these. */
export function mailWords(language: string | null): { language: string; words: MailWords } {
  const known = language === null ? undefined : WORDS[language];
  return known === undefined || language === null
    ? { language: 'en', words: english }
    : { language, words: known };
}
