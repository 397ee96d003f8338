import Papa from 'papaparse';
import type { Block } from '../../../../workflows/domain/knowledge/parsedDocument.ts';
import { saidEncoding } from '../declaredEncoding.ts';
import { decodeText } from '../decodeText.ts';
import type { DocumentParser } from '../parser.ts';
import { RefusedDocument } from '../refusedDocument.ts';
import { checkBlocks, checkCharacters } from '../textBuilder.ts';
import { titleOfName } from '../titleOfName.ts';

/** CSV: one block a row, whose header is the first row. The text is the file's own. */
export const parseCsv: DocumentParser = (document, limits) => {
  const text = decodeText(document.bytes, { declared: saidEncoding(document.contentType) });
  checkCharacters(text.length, limits);
  const blocks: Block[] = [];
  const hint = SEPARATOR_HINT.exec(text);
  const begin = hint?.[0].length ?? 0;
  let row = 0;
  let from = begin;
  let header: { start: number; end: number } | undefined;
  Papa.parse<string[]>(text.slice(begin), {
    delimiter: hint?.[1] ?? delimiterOf(text),
    newline: newlineOf(text),
    step: ({ data, errors, meta }) => {
      row += 1;
      const broken = errors.find(({ type }) => type === 'Quotes');
      if (broken) {
        throw new RefusedDocument(
          'broken',
          `Row ${String(row)} has a quotation mark that is never closed, or one too many.`,
        );
      }
      if (data.length > limits.mostColumns) {
        throw new RefusedDocument(
          'too_wide',
          `Row ${String(row)} has ${data.length.toLocaleString('en')} columns; at most ${limits.mostColumns.toLocaleString('en')} are read.`,
        );
      }
      const to = begin + meta.cursor;
      const piece = text.slice(from, to);
      const start = from + (piece.length - piece.trimStart().length);
      const end = from + piece.trimEnd().length;
      from = to;
      if (data.every((field) => field.trim() === '')) return;
      checkBlocks(blocks.length + 1, limits);
      if (header) blocks.push({ kind: 'row', start, end, headingPath: [], header });
      else {
        header = { start, end };
        blocks.push({ kind: 'row', start, end, headingPath: [] });
      }
    },
  });
  return Promise.resolve({ title: titleOfName(document.name), text, blocks, pageOffsets: [] });
};

const DELIMITERS = [',', ';', '\t', '|'];

/** What a spreadsheet is told by the first line. */
const SEPARATOR_HINT = /^sep=([,;\t|])\r?\n/i;
/** What is looked at to tell how a file is written. */
const SAMPLE = 65_536;

/** What stands between the names of the first row. */
function delimiterOf(text: string): string {
  const first = /^\s*((?:[^"\r\n]+|"[^"]*")*)/.exec(text.slice(0, SAMPLE))?.[1] ?? '';
  const bare = first.replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => bare.split(delimiter).length;
  return DELIMITERS.reduce((most, each) => (count(each) > count(most) ? each : most));
}

/** What ends a row: a carriage return where no line feed does. Beside one it is white space, also where only some rows have it. */
function newlineOf(text: string): '\n' | '\r' {
  const bare = text.slice(0, SAMPLE).replace(/"[^"]*"/g, '');
  return bare.includes('\r') && !bare.includes('\n') ? '\r' : '\n';
}
