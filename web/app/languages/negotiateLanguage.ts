import { DEFAULT_LANGUAGE, type Language } from './language.ts';

/** More than any browser sends; what follows is not read. */
const MOST_RANGES = 50;

/** A language of ours by the first part of a tag: zh, zh-Hans, zh-TW and zh-HK are all served in Simplified Chinese. */
const BY_PRIMARY: ReadonlyMap<string, Language> = new Map([
  ['en', 'en'],
  ['zh', 'zh-CN'],
]);

/**
 * The language to answer in, by a request's Accept-Language header (RFC 9110, 12.5.4): the one with the highest weight
 * that the app speaks, the first of equals; English where none is named. What can't be read is passed over.
 */
export function negotiateLanguage(header: string | null): Language {
  let best: { language: Language; weight: number } | null = null;
  for (const range of (header ?? '').split(',', MOST_RANGES)) {
    const { tag, weight } = readRange(range);
    const language = tag === '*' ? DEFAULT_LANGUAGE : BY_PRIMARY.get(tag.split('-', 1)[0] ?? '');
    if (language === undefined || weight === 0) continue;
    if (best === null || weight > best.weight) best = { language, weight };
  }
  return best?.language ?? DEFAULT_LANGUAGE;
}

function readRange(range: string): { tag: string; weight: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  if (quality === undefined) return { tag, weight: 1 };
  const weight = Number(quality.slice(2));
  // A weight that is no number between 0 and 1 is no weight: the range is passed over.
  return { tag, weight: weight >= 0 && weight <= 1 ? weight : 0 };
}
