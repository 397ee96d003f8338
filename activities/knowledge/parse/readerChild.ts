// The process that reads one document: the task's line and the bytes come in, one line of JSON goes out.
import { buffer } from 'node:stream/consumers';
import { storableText } from '../../../workflows/domain/storable.ts';
import { languageOf } from './languageOf.ts';
import type { ReaderAnswer, ReaderTask } from './protocol.ts';
import { RefusedDocument } from './refusedDocument.ts';
import { parsers } from './registry.ts';
import { tellFormat } from './tellFormat.ts';

const given = await buffer(process.stdin);
const answer = await read(given).catch(asRefusal);
process.stdout.write(`${JSON.stringify(answer)}\n`);

async function read(input: Buffer): Promise<ReaderAnswer> {
  const end = input.indexOf(0x0a);
  // The line is our own.
  const { limits, ...about } = JSON.parse(input.toString('utf8', 0, end)) as ReaderTask;
  const raw = { ...about, bytes: input.subarray(end + 1) };
  if (raw.bytes.length === 0) throw new RefusedDocument('empty', 'It is empty: it has no bytes.');
  const format = tellFormat(raw);
  const parse = await parsers[format]();
  const document = await parse(raw, limits);
  if (document.blocks.length === 0) throw new RefusedDocument('no_text', 'It has no text.');
  // Both keep every offset: a character that can't be stored has another one in its place.
  const text = storableText(document.text);
  const language = document.language ?? languageOf(text);
  return {
    kind: 'read',
    format,
    document: {
      ...document,
      title: storableText(document.title),
      text,
      blocks: document.blocks.map((block) => ({
        ...block,
        headingPath: block.headingPath.map(storableText),
      })),
      ...(language !== undefined && { language: storableText(language) }),
    },
  };
}

/** What a library throws at a document is the document's fault: the process has no other work. */
function asRefusal(error: unknown): ReaderAnswer {
  if (error instanceof RefusedDocument)
    return { kind: 'refused', refusal: error.refusal, message: error.message };
  if (error instanceof RangeError && /call stack/.test(error.message)) {
    return { kind: 'refused', refusal: 'too_deep', message: 'Its parts lie too deeply within one another.' };
  }
  const words = storableText(error instanceof Error ? error.message : String(error)).slice(0, 200);
  return { kind: 'refused', refusal: 'broken', message: `It could not be read: ${words}.` };
}
