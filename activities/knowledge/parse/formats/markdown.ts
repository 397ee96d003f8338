import MarkdownIt from 'markdown-it';
import type { Block, BlockKind } from '../../../../workflows/domain/knowledge/parsedDocument.ts';
import { saidEncoding } from '../declaredEncoding.ts';
import { decodeText } from '../decodeText.ts';
import type { DocumentParser } from '../parser.ts';
import { checkBlocks, checkCharacters, HeadingPath, oneLine } from '../textBuilder.ts';
import { titleOfName } from '../titleOfName.ts';

/** Deeper lists and quotations are read as the text that they are. */
const MOST_NESTING = 40;

const markdown = new MarkdownIt({ html: true });
markdown.set({ maxNesting: MOST_NESTING });

const KINDS: Record<string, BlockKind> = {
  heading_open: 'heading',
  bullet_list_open: 'list',
  ordered_list_open: 'list',
  table_open: 'table',
  fence: 'code',
  code_block: 'code',
};
const MOST_OF_A_LINE = 1_000;
const MOST_FRONT_MATTER = 20_000;
/** A table's names and the line below them. */
const TABLE_HEADER_LINES = 2;

/** Markdown: the blocks of CommonMark and tables, where they stand in the source, which is the text. */
export const parseMarkdown: DocumentParser = (document, limits) => {
  const text = decodeText(document.bytes, { declared: saidEncoding(document.contentType) }).replace(
    /\r\n?/g,
    '\n',
  );
  checkCharacters(text.length, limits);
  const lines = lineOffsets(text);
  const headings = new HeadingPath();
  const blocks: Block[] = [];
  const add = (kind: BlockKind, from: number, to: number, level?: number, words = '') => {
    const place = trimmed(text, lines[from] ?? text.length, lines[to] ?? text.length, kind);
    if (place === null) return;
    checkBlocks(blocks.length + 1, limits);
    blocks.push({
      kind,
      ...place,
      ...(level !== undefined && { level }),
      headingPath: level === undefined ? headings.current : headings.enter(level, oneLine(words)),
      ...(kind === 'table' && {
        header: {
          start: place.start,
          end: Math.min(place.end, (lines[from + TABLE_HEADER_LINES] ?? place.end) - 1),
        },
      }),
    });
  };

  const front = frontMatter(text);
  let title = front.title;
  let line = 0;
  const tokens = blockTokens(
    front.lines === 0 ? text : '\n'.repeat(front.lines) + text.slice(lines[front.lines]),
  );
  for (const [index, token] of tokens.entries()) {
    if (token.level !== 0 || token.map === null || token.nesting < 0) continue;
    const [from, to] = token.map;
    // Lines that belong to no block: definitions of links.
    if (from > line) add('paragraph', line, from);
    const level = token.type === 'heading_open' ? Number(token.tag.slice(1)) : undefined;
    const words = level === undefined ? '' : plain(tokens[index + 1]?.content ?? '');
    if (level === 1) title ??= words;
    add(KINDS[token.type] ?? 'paragraph', from, to, level, words);
    line = Math.max(line, to);
  }
  add('paragraph', line, lines.length);
  return Promise.resolve({ title: title || titleOfName(document.name), text, blocks, pageOffsets: [] });
};

function blockTokens(text: string) {
  const tokens: ReturnType<typeof markdown.parse> = [];
  // Blocks alone: what stands within a line is not needed, and some forms of it take long to read.
  markdown.block.parse(text, markdown, {}, tokens);
  return tokens;
}

/** Where each line begins. */
function lineOffsets(text: string): number[] {
  const offsets = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) offsets.push(at + 1);
  return offsets;
}

/** Without the blank lines around it; null: there is nothing else. The indentation of code is its own. */
function trimmed(
  text: string,
  from: number,
  to: number,
  kind: BlockKind,
): { start: number; end: number } | null {
  const piece = text.slice(from, to);
  const end = from + piece.trimEnd().length;
  const blank = (kind === 'code' ? /^(?:[^\S\n]*\n)*/ : /^\s*/).exec(piece)?.[0].length ?? 0;
  return from + blank < end ? { start: from + blank, end } : null;
}

/** What some write before the document, between lines of three dashes; its title, and how many lines it has. */
function frontMatter(text: string): { title: string | undefined; lines: number } {
  const lines = text.slice(0, MOST_FRONT_MATTER).split('\n');
  if (lines[0]?.trimEnd() !== '---') return { title: undefined, lines: 0 };
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (end < 0) return { title: undefined, lines: 0 };
  const title = lines.slice(1, end).find((line) => line.startsWith('title:'));
  const words = title
    ?.slice('title:'.length)
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2');
  return { title: words === undefined ? undefined : oneLine(words), lines: end + 1 };
}

/** A heading's words without the marks in it. */
function plain(source: string): string {
  const line = source.slice(0, MOST_OF_A_LINE);
  return oneLine(line.replace(/!?\[([^[\]]{0,200})\]\([^()]{0,200}\)/g, '$1').replace(/[*`]/g, ''));
}
