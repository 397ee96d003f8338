import { createHash } from 'node:crypto';
import { RequestError } from './requestError.ts';
import { embeddingsRequestSchema, tokenise } from './wire.ts';

/** Answers an Embeddings request. */
export function answerEmbeddings(body: unknown): unknown {
  const parsed = embeddingsRequestSchema.safeParse(body);
  if (!parsed.success) throw new RequestError(400, 'input: send a text or a list of texts.', null);
  const { model, input, encoding_format: format } = parsed.data;
  const texts = typeof input === 'string' ? [input] : input;
  const tokens = texts.reduce((sum, text) => sum + tokenise(text).length, 0);
  const data = texts.map((text, index) => ({
    object: 'embedding',
    index,
    embedding: format === 'base64' ? toBase64(embed(text)) : [...embed(text)],
  }));
  return { object: 'list', data, model, usage: { prompt_tokens: tokens, total_tokens: tokens } };
}

/** Little-endian 32-bit floats, which OpenAI's own client requests. */
function toBase64(vector: Float32Array): string {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64');
}

/** As many dimensions as text-embedding-3-small has. */
const EMBEDDING_DIMENSIONS = 1536;

/**
 * A vector made from the words of a text: texts that share words point in similar directions, but the words' meaning
 * is not known. Its length is 1, like OpenAI's vectors.
 */
function embed(text: string): Float32Array {
  const vector = new Float32Array(EMBEDDING_DIMENSIONS);
  for (const [word, count] of countedTerms(text)) {
    const hash = createHash('sha256').update(word).digest();
    const index = hash.readUInt32LE(0) % EMBEDDING_DIMENSIONS;
    const weight = (1 + Math.log(count)) * (COMMON.has(word) ? COMMON_WEIGHT : 1);
    vector[index] = (vector[index] ?? 0) + (hash.readUInt8(4) % 2 === 0 ? weight : -weight);
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

/** Words that occur in nearly every text say little about any of them. */
const COMMON = new Set(
  (
    'a an and are as at be by can do does for from has have how i if in is it its may me must my no not of on or our shall ' +
    'should so that the their there they this to was we what when where which who will with you your'
  ).split(' '),
);
const COMMON_WEIGHT = 0.1;

/**
 * Words without their most common endings, in languages with an alphabet; in Chinese and Japanese, which have no
 * spaces between words, each pair of consecutive characters, and single characters that stand alone.
 */
function countedTerms(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (term: string) => counts.set(term, (counts.get(term) ?? 0) + 1);
  const plain = text.normalize('NFKC').toLowerCase().replace(CHINESE_COMMON, ' ');
  for (const [run] of plain.matchAll(RUNS)) {
    const characters = [...run];
    if (!IDEOGRAPHIC.test(run)) add(stem(run));
    else if (characters.length === 1) add(run);
    else characters.slice(1).forEach((character, index) => add(`${characters[index] ?? ''}${character}`));
  }
  return counts.size === 0 ? new Map([['', 1]]) : counts;
}

/** Question words and connectives in Chinese: they occur between words and say nothing about the subject. */
const CHINESE_COMMON =
  /什么|多少|怎么|怎样|如何|哪里|哪些|是否|可以|我们|你们|他们|[的了是在和与我你他有不吗呢]/g;

const RUNS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])\p{L})+|\d+/gu;
const IDEOGRAPHIC = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function stem(word: string): string {
  const stemmed = word.replace(/(?:ing|ed|es|s)$/, '');
  return stemmed.length >= 3 ? stemmed : word;
}
