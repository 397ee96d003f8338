import { DEFAULT_LANGUAGE, parseLanguage } from '../../languages/language.ts';
import type { Translator } from '../../languages/translator.ts';
import { formatBytes } from './bytes.ts';
import { formatCount } from './count.ts';
import { durationParts } from './duration.ts';
import { perLanguage } from './formatters.ts';
import { formatMoney } from './money.ts';
import { formatRelativeTime, formatUtc } from './relativeTime.ts';

/** Formats numbers, money, durations, times and lists in one language. */
export type Format = {
  /** A whole number with its thousands separated. */
  count: (count: bigint | number) => string;
  /** Micro-dollars: in cents, or with more digits if the amount is below a cent. */
  money: (microUsd: bigint | number) => string;
  /**
   * A duration, as precise as people need it.
   * @example duration(3_725_000) // "1 h 2 min"
   */
  duration: (durationMs: number) => string;
  /** @example bytes(6_000_000) // "6 MB" */
  bytes: (bytes: number) => string;
  /**
   * How far a moment is from now.
   * @example relativeTime(at, now) // "3 minutes ago"
   */
  relativeTime: (atMs: number, nowMs: number) => string;
  /**
   * A moment in full, in the reader's time zone. Only for the browser: a server does not know the reader's time zone.
   */
  dateTime: (atMs: number) => string;
  /**
   * A moment in a time zone, to the minute, with its day of the week.
   * @example inZone(at, 'Europe/Berlin') // "Mon, Jan 4, 2027, 9:00 AM"
   */
  inZone: (atMs: number, timeZone: string) => string;
  /** The time of day in the reader's time zone; like `dateTime`, only for the browser. */
  time: (atMs: number) => string;
  /** A moment in full, in UTC: the same on the server and in every browser. */
  utc: (atMs: number) => string;
  /** @example list(['Ada', 'Ben', 'Cleo']) // "Ada, Ben, and Cleo" */
  list: (items: readonly string[]) => string;
  /** @example either(['Ada', 'Ben']) // "Ada or Ben" */
  either: (items: readonly string[]) => string;
};

const moments = perLanguage(
  (language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }),
);
const times = perLanguage(
  (language) => new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }),
);
const conjunctions = perLanguage((language) => new Intl.ListFormat(language, { type: 'conjunction' }));
const disjunctions = perLanguage((language) => new Intl.ListFormat(language, { type: 'disjunction' }));

const formats = new WeakMap<Translator, Format>();

/**
 * The formats in a translator's language; created once per translator. React's hook passes each component a translator of
 * its own, so what is costly to make is shared by all of a language.
 */
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
  const zones = new Map<string, Intl.DateTimeFormat>();
  const formatIn = (timeZone: string) => {
    const format = zones.get(timeZone) ?? zoned(language, timeZone);
    zones.set(timeZone, format);
    return format;
  };
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
    dateTime: (atMs) => moments(language).format(atMs),
    inZone: (atMs, timeZone) => formatIn(timeZone).format(atMs),
    time: (atMs) => times(language).format(atMs),
    utc: formatUtc,
    list: (items) => conjunctions(language).format(items),
    either: (items) => disjunctions(language).format(items),
  };
}

function zoned(language: string, timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, {
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  });
}
