import { folded } from './identifier.ts';
import { onWire, wireTable } from './wireNames.ts';

/** Scripts that put no space between words, or none before what is added to a name. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
/** Python's \w, and the marks that belong to the letter before them. */
const WORD = '\\p{L}\\p{N}\\p{M}_';
const IS_WORD = new RegExp(`^[${WORD}]$`, 'u');

/**
 * The names that an answer mentions, found as AutoGen does: as whole words, also with spaces or `\_` for underscores;
 * case counts. Only if that finds none: in another spelling of the same letters, as sent to the provider, or within a
 * text whose script has no spaces, where the longest name counts.
 */
export function mentionedNames(answer: string, names: readonly string[]): string[] {
  const words = names.filter((name) => isWord(answer, name));
  return words.length > 0 ? words : looselyMentioned(answer, names);
}

/** The one name that a text is, in any of its spellings; null: none, or several. */
export function nameMeant(said: string, names: readonly string[]): string | null {
  if (names.includes(said)) return said;
  const table = wireTable(names);
  const wanted = folded(said).trim();
  const found = names.filter((name) => folded(name) === wanted || onWire(name, table) === wanted);
  return found.length === 1 ? (found[0] ?? null) : null;
}

function isWord(answer: string, name: string): boolean {
  const forms = formsOf(name).map(escaped);
  return new RegExp(`(?<=[^${WORD}])(${forms.join('|')})(?=[^${WORD}])`, 'u').test(` ${answer} `);
}

function formsOf(name: string): string[] {
  return [name, name.replaceAll('_', ' '), name.replaceAll('_', '\\_')];
}

interface Mention {
  name: string;
  from: number;
  to: number;
}

function looselyMentioned(answer: string, names: readonly string[]): string[] {
  const table = wireTable(names);
  const text = ` ${folded(answer)} `;
  const mentions = names.flatMap((name) => {
    const forms = new Set([...formsOf(name).map(folded), onWire(name, table)]);
    return [...forms].flatMap((form) => mentionsOf(text, name, form));
  });
  const longest = mentions.filter(
    ({ from, to }) =>
      !mentions.some((other) => other.from <= from && other.to >= to && other.to - other.from > to - from),
  );
  return names.filter((name) => longest.some((mention) => mention.name === name));
}

function mentionsOf(text: string, name: string, form: string): Mention[] {
  const mentions: Mention[] = [];
  for (let from = text.indexOf(form); from !== -1; from = text.indexOf(form, from + 1)) {
    const to = from + form.length;
    const begins = isEdge(characterBefore(text, from), characterAt(text, from));
    const next = characterAt(text, to);
    const ends = !/^\p{M}$/u.test(next) && isEdge(next, characterBefore(text, to));
    if (from > 0 && to < text.length && begins && ends) mentions.push({ name, from, to });
  }
  return mentions;
}

function isEdge(outside: string, inside: string): boolean {
  return !IS_WORD.test(outside) || UNSPACED.test(outside) || UNSPACED.test(inside);
}

function characterAt(text: string, index: number): string {
  return String.fromCodePoint(text.codePointAt(index) ?? 0x20);
}

function characterBefore(text: string, index: number): string {
  return [...text.slice(Math.max(0, index - 2), index)].at(-1) ?? ' ';
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
