import { withoutEnd } from '../../workflows/domain/withoutEnd.ts';

const FILLER = new Set(
  (
    'about above after again against also another answer because been before being below between both could does ' +
    'doing down during each every explain find for from further give have having help here into just like list ' +
    'make might more most must need only other please plan should some such tell than that their them then there ' +
    'these they this those through under until very want were what when where which while will with would write your ' +
    'sentence sentences paragraph paragraphs short long words'
  ).split(' '),
);

const LEADING =
  /^(please |could you |can you |i would like you to |help me |help us )*((write|draft|create|compose|prepare|make|plan|research|find out|explain|describe|summari[sz]e|review|tell me|give me|answer|say|show|count|calculate|compute)( about| on)? )?((an?|the|some|me|us) )?/i;

/** The subject of a task, short enough to be part of a sentence: its first sentence without the request itself. */
export function subjectOf(task: string): string {
  const sentence = task.trim().split(/(?<=[.?!])\s|\n/)[0] ?? '';
  const bare = withoutEnd(sentence.replace(LEADING, ''), '.?!:');
  return shorten(bare === '' ? 'this task' : bare, 90);
}

/** The subject in the form that it takes inside a sentence. */
export function topicOf(task: string): string {
  const subject = subjectOf(task);
  const isPhrase = !/^(this|that|what|why|how|who|when|where|which|is|are|do|does|can|should|if)\b/i.test(
    subject,
  );
  return isPhrase ? `the ${subject}` : `“${subject}”`;
}

/** The words that matter most in a text, longest first; never empty. */
export function keywordsOf(text: string, count: number): string[] {
  const words = text.match(/\p{L}[\p{L}'-]{3,}/gu) ?? [];
  const telling = [...new Set(words.map((word) => word.toLowerCase()))].filter((word) => !FILLER.has(word));
  const ranked = telling.map((word, index) => ({ word, weight: Math.min(word.length, 10) - index / 4 }));
  const found = ranked.toSorted((a, b) => b.weight - a.weight).map(({ word }) => word);
  return [...found, 'purpose', 'audience', 'detail', 'outcome', 'risk'].slice(0, count);
}

/** One line of what somebody said, without Markdown and capitals: a quoted APPROVE would end a conversation. */
export function excerpt(text: string, length = 110): string {
  const plain = text
    .replace(/[#*_`>|]/g, '')
    .replace(/\b[A-Z]{4,}\b/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*(\d+\.|-)\s*/, '').trim())
    .filter((line) => line !== '');
  // A quotation inside a quotation reads badly.
  const telling = plain.find((line) => line.length > 40 && !/[“”]/.test(line)) ?? plain[0] ?? '';
  return shorten(
    withoutEnd(telling, (unit) => /[.:;,\s]/.test(unit)),
    length,
  );
}

/** Cuts at the end of a word. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  // eslint-disable-next-line regexp/no-super-linear-move -- of a text that has been cut short
  return `${text.slice(0, length).replace(/\s+\S*$/, '')} …`;
}

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Picks one of several phrasings: always the same one for the same text. */
export function pick(options: readonly string[], seed: string): string {
  let hash = 0;
  for (const character of seed) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return options[hash % options.length] ?? '';
}

/** The word with which the instructions want the end to be announced: `reply with APPROVE when …`. */
export function closingWord(instructions: string): string | undefined {
  return decisionWords(instructions)?.done ?? saidWords(instructions)[0];
}

/** The two words between which the instructions ask for a choice: `reply with REVISE if …, otherwise with PASS`. */
export function decisionWords(instructions: string): { again: string; done: string } | undefined {
  const otherwise = /\b(otherwise|else|if not|only when)\b/i.exec(instructions);
  if (otherwise === null) return undefined;
  const before = saidWords(instructions.slice(0, otherwise.index)).at(-1);
  const after = saidWords(instructions.slice(otherwise.index))[0];
  return before === undefined || after === undefined || before === after
    ? undefined
    : { again: before, done: after };
}

const SAID =
  /\b(?:[Ss]ay|[Ww]rite|[Rr]eply|[Rr]espond|[Aa]nswer|[Ee]nd|[Ff]inish|[Cc]lose)\b[^.\n]*?\b([A-Z][A-Z_]{3,}(?: [A-Z]{2,})*)\b/g;

function saidWords(instructions: string): string[] {
  return [...instructions.matchAll(SAID)].flatMap(([, word]) => word ?? []);
}
