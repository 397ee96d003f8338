import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { declaredEncoding } from '../declaredEncoding.ts';
import { decodeText } from '../decodeText.ts';
import { type HtmlText, readHtml } from '../htmlBlocks.ts';
import type { ParseLimits } from '../limits.ts';
import type { DocumentParser } from '../parser.ts';
import { titleOfName } from '../titleOfName.ts';

/** Below this share of its page's text what was taken for the page's own is not the whole of it. */
const LEAST_SHARE = 0.2;

/** HTML: the text of a file, or of a page without what stands around it. */
export const parseHtml: DocumentParser = ({ bytes, name, contentType, isPage }, limits) => {
  const html = decodeText(bytes, { declared: declaredEncoding(bytes, contentType) });
  const whole = readHtml(html, limits);
  const read = (isPage ? readArticle(html, whole, limits) : null) ?? whole;
  const { text, blocks, pageOffsets } = read.builder;
  const firstHeading = blocks.find(({ kind, level }) => kind === 'heading' && level === 1);
  const title = read.title || (firstHeading && text.slice(firstHeading.start, firstHeading.end));
  return Promise.resolve({
    title: title || titleOfName(name),
    text,
    blocks,
    pageOffsets,
    ...(read.language !== undefined && { language: read.language }),
  });
};

/** A page's own text; null: it can't be told from the rest. Its nesting has been checked. */
function readArticle(html: string, whole: HtmlText, limits: ParseLimits): HtmlText | null {
  const article = findArticle(html);
  if (article?.content === undefined || article.content === null) return null;
  const read = readHtml(article.content, limits);
  if (read.builder.text.length < LEAST_SHARE * whole.builder.text.length) return null;
  const title = (article.title ?? '').trim() || whole.title;
  return { ...read, title, ...(whole.language !== undefined && { language: whole.language }) };
}

/** Null where there is none, or where the page is of a shape that the search for it fails at: then all of it is read. */
function findArticle(html: string) {
  try {
    return new Readability(parseHTML(withBody(html)).document).parse();
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

/** A page may leave its outer elements out; a browser puts them in, this library does not. */
function withBody(html: string): string {
  if (/<body[\s>]/i.test(html)) return html;
  return `<!doctype html><html><head></head><body>${html.replace(/<\/?(?:html|!doctype)\b[^<>]*>/gi, '')}</body></html>`;
}
