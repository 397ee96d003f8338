import { DEFAULT_LANGUAGE, parseLanguage } from '../../languages/language.ts';
import type { Translator } from '../../languages/translator.ts';
import { formatBytes } from './bytes.ts';
import { formatCount } from './count.ts';
import { durationParts } from './duration.ts';
import { formatMoney } from './money.ts';
import { formatRelativeTime, formatUtc } from './relativeTime.ts';

/** How numbers, money, lengths of time, moments and lists are written in one language. */
export type Format = {
  /** A whole number with its thousands apart. */
  count: (count: bigint | number) => string;
  /** Micro-dollars: cents where there are some, more digits where there are not. */
  money: (microUsd: bigint | number) => string;
  /** A length of time, as coarse as one needs it. @example duration(3_725_000) // "1 h 2 min" */
  duration: (durationMs: number) => string;
  /** @example bytes(6_000_000) // "6 MB" */
  bytes: (bytes: number) => string;
  /** How far a moment lies from now. @example relativeTime(at, now) // "3 minutes ago" */
  relativeTime: (atMs: number, nowMs: number) => string;
  /** A moment in full, in the time zone of whoever asks: in the browser alone, a server does not know the reader's. */
  dateTime: (atMs: number) => string;
  /** The time of day, in the time zone of whoever asks, as `dateTime`. */
  time: (atMs: number) => string;
  /** A moment in full, in UTC: the same on the server and in every browser. */
  utc: (atMs: number) => string;
  /** @example list(['Ada', 'Ben', 'Cleo']) // "Ada, Ben, and Cleo" */
  list: (items: readonly string[]) => string;
  /** @example either(['Ada', 'Ben']) // "Ada or Ben" */
  either: (items: readonly string[]) => string;
};

const formats = new WeakMap<Translator, Format>();

/** How things are written in the language of a translator; made once for each. */
export function formatOf(translator: Translator): Format {
  const known = formats.get(translator);
  if (known !== undefined) return known;
  const made = createFormat(translator);
  formats.set(translator, made);
  return made;
}

function createFormat(translator: Translator): Format {
  const { t } = translator;
  const language = parseLanguage(translator.language) ?? DEFAULT_LANGUAGE;
  const dateTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
  const time = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' });
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const either = new Intl.ListFormat(language, { type: 'disjunction' });
  return {
    count: (count) => formatCount(count, language),
    money: (microUsd) => formatMoney(microUsd, language),
    duration: (durationMs) =>
      durationParts(durationMs)
        .map(({ unit, value }) => t(`format:duration.${unit}`, { value }))
        .join(' '),
    bytes: (bytes) => (bytes < 1_000 ? t('format:bytes', { count: bytes }) : formatBytes(bytes, language)),
    relativeTime: (atMs, nowMs) =>
      formatRelativeTime(atMs, nowMs, {
        language,
        justNow: t('format:justNow'),
        inAMoment: t('format:inAMoment'),
      }),
    dateTime: (atMs) => dateTime.format(atMs),
    time: (atMs) => time.format(atMs),
    utc: formatUtc,
    list: (items) => list.format(items),
    either: (items) => either.format(items),
  };
}
