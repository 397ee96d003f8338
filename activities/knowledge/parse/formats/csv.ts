import Papa from 'papaparse';
import type { Block } from '../../../../workflows/domain/knowledge/parsedDocument.ts';
import { decodeText } from '../decodeText.ts';
import type { DocumentParser } from '../parser.ts';
import { RefusedDocument } from '../refusedDocument.ts';
import { checkBlocks, checkCharacters } from '../textBuilder.ts';
import { titleOfName } from '../titleOfName.ts';

/** CSV: one block a row, whose header is the first row. The text is the file's own. */
export const parseCsv: DocumentParser = (document, limits) => {
  const text = decodeText(document.bytes);
  checkCharacters(text.length, limits);
  const blocks: Block[] = [];
  let row = 0;
  let from = 0;
  let header: { start: number; end: number } | undefined;
  Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
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
      const piece = text.slice(from, meta.cursor);
      const start = from + (piece.length - piece.trimStart().length);
      const end = from + piece.trimEnd().length;
      from = meta.cursor;
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

/** What stands between the names of the first row. */
function delimiterOf(text: string): string {
  const first = /^\s*(.*)/.exec(text)?.[1] ?? '';
  const bare = first.replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => bare.split(delimiter).length;
  return DELIMITERS.reduce((most, each) => (count(each) > count(most) ? each : most));
}
