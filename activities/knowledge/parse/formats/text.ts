import type { Block } from '../../../../workflows/domain/knowledge/parsedDocument.ts';
import { saidEncoding } from '../declaredEncoding.ts';
import { decodeText } from '../decodeText.ts';
import type { DocumentParser } from '../parser.ts';
import { checkBlocks, checkCharacters } from '../textBuilder.ts';
import { titleOfName } from '../titleOfName.ts';

/** Plain text: paragraphs stand between blank lines. The text is the file's own. */
export const parseText: DocumentParser = (document, limits) => {
  const text = decodeText(document.bytes, { declared: saidEncoding(document.contentType) });
  checkCharacters(text.length, limits);
  const blocks: Block[] = [];
  let at = 0;
  let open: { start: number; end: number } | null = null;
  const close = () => {
    if (open === null) return;
    checkBlocks(blocks.length + 1, limits);
    blocks.push({ kind: 'paragraph', ...open, headingPath: [] });
    open = null;
  };
  for (const line of text.split('\n')) {
    const words = line.trim();
    const start = at + (line.length - line.trimStart().length);
    if (words === '') close();
    else open = { start: (open as { start: number } | null)?.start ?? start, end: start + words.length };
    at += line.length + 1;
  }
  close();
  return Promise.resolve({ title: titleOfName(document.name), text, blocks, pageOffsets: [] });
};
