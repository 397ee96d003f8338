import { getDocumentProxy } from 'unpdf';
import type { DocumentParser } from '../parser.ts';
import { RefusedDocument } from '../refusedDocument.ts';
import { oneLine, TextBuilder } from '../textBuilder.ts';
import { titleOfName } from '../titleOfName.ts';
import { headingHeights, type Line, linesOf, paragraphsOf } from './pdfLines.ts';

/** PDF: the text that stands in it, in lines and paragraphs by their places, headings by the size of their letters. */
export const parsePdf: DocumentParser = async ({ bytes, name }, limits) => {
  const pdf = await open(bytes);
  const pages: Line[][] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(linesOf(items.flatMap((item) => ('str' in item ? [item] : []))));
    page.cleanup();
  }
  const levels = headingHeights(pages);
  const builder = new TextBuilder(limits);
  for (const lines of pages) {
    builder.beginPage();
    for (const { words, level } of paragraphsOf(lines, levels)) {
      if (level === undefined) builder.add('paragraph', words);
      else builder.add('heading', words, { level });
    }
  }
  const { text, blocks, pageOffsets } = builder;
  if (blocks.length === 0) {
    throw new RefusedDocument(
      'no_text',
      'It has no text, only pictures of pages: a scan. Run text recognition (OCR) on it and bring the result.',
    );
  }
  const { info } = await pdf.getMetadata();
  const stated: unknown = Reflect.get(info, 'Title');
  const title = typeof stated === 'string' ? oneLine(stated) : '';
  return { title: title || titleOfName(name), text, blocks, pageOffsets };
};

async function open(bytes: Buffer) {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { useSystemFonts: false, verbosity: 0 });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new RefusedDocument('password', 'It needs a password. Save it without one and bring it again.', {
        cause: error,
      });
    }
    throw new RefusedDocument('broken', 'It is damaged: no PDF reader could open it. Save it again.', {
      cause: error,
    });
  }
}
