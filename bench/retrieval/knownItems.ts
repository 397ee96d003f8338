import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type ManPage, readManPage } from './manPage.ts';
import { hashOf, type RetrievalSet, type SetEntry, type SetQuestion } from './retrievalSet.ts';

interface LanguageRules {
  /** The most passages that are taken from a page, from its beginning. */
  mostPassages: number;
  /** The length at which a passage ends, and the length below which a text is no passage; see `lengthOf`. */
  passageLength: number;
  leastPassage: number;
  lengthOf: (text: string) => number;
  sentences: (text: string) => string[];
  /** Whether a sentence or a passage is prose of this language. */
  isProse: (text: string) => boolean;
  leastSentence: number;
  mostSentence: number;
  leastDescription: number;
}

const matches = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
const words = (text: string) => matches(text, /[\p{L}\p{N}_]+/gu);
const characters = (text: string) => matches(text, /[\p{L}\p{N}]/gu);

const RULES: Record<RetrievalSet['language'], LanguageRules> = {
  english: {
    mostPassages: 1,
    passageLength: 110,
    leastPassage: 40,
    lengthOf: words,
    sentences: (text) => text.split(/\n|(?<=[.!?])\s+(?=["“(]?[A-Z])/u),
    isProse: (text) => matches(text, /\b[a-z]+\b/g) / Math.max(words(text), 1) > 0.7 && /[.!?]$/.test(text),
    leastSentence: 9,
    mostSentence: 35,
    leastDescription: 3,
  },
  chinese: {
    mostPassages: 3,
    passageLength: 170,
    leastPassage: 50,
    lengthOf: characters,
    sentences: (text) => text.split(/\n|(?<=[。！？])/u),
    isProse: (text) =>
      matches(text, /\p{Script=Han}/gu) / Math.max(characters(text), 1) > 0.6 && /[。！？]$/u.test(text),
    leastSentence: 12,
    mostSentence: 80,
    leastDescription: 4,
  },
};

/** Text that is repeated word for word on many pages. */
const BOILERPLATE =
  /author|copyright|reporting|bugs|see also|colophon|availability|licen[cs]e|history|standards|conforming|versions|attributes|library|synopsis|keywords|作者|版权|版權|报告|參見|参见|另见|参考|缺陷|许可|许可证|历史|标准|概述|总览|總覽|摘要|语法|中文版|翻译|译者|跋|维护|兼容|讯息|邮件|网址/iu;

/**
 * A known-item set of manual pages. A page is split into passages at its sections and paragraphs; each passage begins
 * with the page's name and the section's heading, as passages of a document do. There are at most two questions per
 * page, and the entries do not contain their text: one is the description in its NAME line (the NAME section is left
 * out), the other is a sentence of prose, chosen by its hash, that is removed from its passage. The answer is the
 * page, in any of its passages. Sentences and descriptions that occur on several pages are not used as questions, and
 * passages that do are included once.
 */
export function makeKnownItems(
  name: string,
  language: RetrievalSet['language'],
  pages: readonly ManPage[],
  mostQuestions: number,
): RetrievalSet {
  const rules = RULES[language];
  const spread = counted(pages.flatMap((page) => [...new Set(sentencesOf(page, rules))]));
  const descriptions = counted(pages.map(({ description }) => folded(description)));
  const known = new Set<string>();
  const entries: SetEntry[] = [];
  const questions: SetQuestion[] = [];
  for (const page of pages) {
    const passages = passagesOf(page, rules).filter(({ text }) => !known.has(folded(text)));
    if (passages.length === 0 || known.has(page.name)) continue;
    known.add(page.name);
    for (const { text } of passages) known.add(folded(text));
    const answer = { gains: new Map([[page.name, 1]]), filter: {} };
    const { description } = page;
    if (
      rules.lengthOf(description) >= rules.leastDescription &&
      descriptions.get(folded(description)) === 1
    ) {
      questions.push({ text: description, kind: 'description', ...answer });
    }
    const taken = passages
      .flatMap(({ text }, passage) => rules.sentences(text).map((sentence) => ({ sentence, passage, text })))
      .filter(
        ({ sentence, text }) =>
          isQuestion(sentence.trim(), rules) &&
          spread.get(folded(sentence)) === 1 &&
          rules.lengthOf(text) - rules.lengthOf(sentence) >= rules.leastPassage,
      )
      .toSorted((a, b) => (hashOf(a.sentence) < hashOf(b.sentence) ? -1 : 1))[0];
    if (taken !== undefined) questions.push({ text: taken.sentence.trim(), kind: 'sentence', ...answer });
    for (const [index, { heading, text }] of passages.entries()) {
      const left = index === taken?.passage ? text.replace(taken.sentence, '') : text;
      entries.push({ key: page.name, content: `${page.name} › ${heading}\n${left.trim()}`, metadata: {} });
    }
  }
  const asked = questions.toSorted((a, b) => (hashOf(`ask ${a.text}`) < hashOf(`ask ${b.text}`) ? -1 : 1));
  return { name, language, entries, questions: asked.slice(0, mostQuestions) };
}

/** All pages below a folder that are written in man(7), ordered by their paths. */
export function readManPages(folder: string): ManPage[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && /\.[1-9]\w*(\.gz)?$/.test(file.name))
    .map((file) => join(file.parentPath, file.name))
    .sort()
    .flatMap((path) => {
      const bytes = readFileSync(path);
      return readManPage((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')) ?? [];
    });
}

function passagesOf(page: ManPage, rules: LanguageRules): { heading: string; text: string }[] {
  const found: { heading: string; text: string }[] = [];
  for (const { heading, paragraphs } of page.sections) {
    if (BOILERPLATE.test(heading)) continue;
    let text = '';
    const end = () => {
      if (rules.lengthOf(text) >= rules.leastPassage) found.push({ heading, text });
      text = '';
    };
    for (const paragraph of paragraphs) {
      if (text !== '' && rules.lengthOf(text) + rules.lengthOf(paragraph) > rules.passageLength) end();
      text = text === '' ? paragraph : `${text}\n${paragraph}`;
    }
    end();
  }
  return found
    .map(({ heading, text }) => ({ heading, text: cut(text, rules) }))
    .filter(({ text }) => rules.sentences(text).some((sentence) => rules.isProse(sentence.trim())))
    .slice(0, rules.mostPassages);
}

/** A paragraph longer than a passage, cut at the end of the sentence that exceeds the limit. */
function cut(text: string, rules: LanguageRules): string {
  let kept = '';
  for (const sentence of rules.sentences(text)) {
    if (kept !== '' && rules.lengthOf(kept) + rules.lengthOf(sentence) > 1.3 * rules.passageLength) break;
    kept = kept === '' ? sentence : `${kept} ${sentence}`;
  }
  return kept;
}

function isQuestion(sentence: string, rules: LanguageRules): boolean {
  const length = rules.lengthOf(sentence);
  return length >= rules.leastSentence && length <= rules.mostSentence && rules.isProse(sentence);
}

function sentencesOf(page: ManPage, rules: LanguageRules): string[] {
  return page.sections.flatMap(({ paragraphs }) =>
    paragraphs.flatMap((paragraph) => rules.sentences(paragraph).map(folded)),
  );
}

function counted(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The same for texts that differ only in spaces and case. */
function folded(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
