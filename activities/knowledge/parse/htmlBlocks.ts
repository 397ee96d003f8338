import { Parser } from 'htmlparser2';
import type { ParseLimits } from './limits.ts';
import { RefusedDocument } from './refusedDocument.ts';
import { oneLine, TextBuilder } from './textBuilder.ts';

export interface HtmlText {
  builder: TextBuilder;
  /** What the page calls itself, or ''. */
  title: string;
  /** What it says of its language; absent: nothing. */
  language?: string;
}

/** What holds no text for readers. */
const NO_TEXT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'head',
  'title',
  'select',
  'datalist',
  'button',
  'canvas',
  'audio',
  'video',
  'noframes',
  'noembed',
]);
/** Of a style that shows nothing. */
const NOT_SHOWN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b/i;
const HEADING = /^h([1-6])$/;
const BLOCKS = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'center',
  'dd',
  'details',
  'dialog',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'header',
  'hgroup',
  'hr',
  'html',
  'legend',
  'main',
  'nav',
  'p',
  'section',
  'summary',
]);

interface Table {
  rows: string[][];
  cells: string[];
  /** Whether a cell is open: white space between cells is none. */
  inCell: boolean;
  hasHeader: boolean;
}

/** The text of HTML: headings, paragraphs, lists, tables and code, in their order. Throws RefusedDocument. */
export function readHtml(html: string, limits: ParseLimits): HtmlText {
  const builder = new TextBuilder(limits);
  let language: string | undefined;
  let title = '';
  let inTitle = false;
  let depth = 0;
  /** How deep within what holds no text, and what that is. */
  let unread = 0;
  let unreadName = '';
  /** How deep within `pre`. */
  let preformatted = 0;
  let words = '';
  const lists: { isOrdered: boolean; items: number }[] = [];
  let listLines: string[] = [];
  /** Of an item of which nothing stands yet. */
  let marker = '';
  const tables: Table[] = [];

  const endPiece = () => {
    const piece = words;
    words = '';
    const table = tables.at(-1);
    if (table) {
      // Within a cell, paragraphs are words.
      words = piece === '' || piece.endsWith(' ') ? piece : `${piece} `;
    } else if (lists.length > 0) {
      if (piece.trim() === '') return;
      listLines.push(`${'  '.repeat(lists.length - 1)}${marker}${piece.trim()}`);
      marker = '';
    } else {
      builder.add('paragraph', piece);
    }
  };
  const endList = () => {
    endPiece();
    lists.pop();
    marker = '';
    if (lists.length > 0 || tables.length > 0) return;
    builder.add('list', listLines.join('\n'));
    listLines = [];
  };
  const endCell = (table: Table) => {
    if (table.inCell || words.trim() !== '') table.cells.push(oneCell(words));
    table.inCell = false;
    words = '';
  };
  const endRow = (table: Table) => {
    endCell(table);
    if (table.cells.some((cell) => cell !== '')) table.rows.push(table.cells);
    table.cells = [];
  };
  const endTable = () => {
    const table = tables.at(-1);
    if (!table) return;
    endRow(table);
    tables.pop();
    const lines = table.rows.map((cells) => cells.join(' | '));
    if (tables.length > 0 || lists.length > 0) words += `${lines.join('; ')} `;
    else if (table.rows.every((cells) => cells.length < 2))
      for (const line of lines) builder.add('paragraph', line);
    else {
      // Word marks few of them; the first row of a longer table names its columns.
      const headerLength = table.hasHeader || lines.length > 2 ? lines[0]?.length : undefined;
      builder.add('table', lines.join('\n'), headerLength === undefined ? {} : { headerLength });
    }
  };

  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        if (depth > limits.mostNesting) {
          throw new RefusedDocument(
            'too_deep',
            `It has elements within more than ${String(limits.mostNesting)} others.`,
          );
        }
        if (name === 'html' && attributes['lang']) language = attributes['lang'];
        // A drawing's title is another one.
        if (name === 'title' && title === '' && (unread === 0 || unreadName === 'head')) inTitle = true;
        if (unread > 0 || isUnread(name, attributes)) {
          if (unread === 0) unreadName = name;
          unread += 1;
          return;
        }
        const table = tables.at(-1);
        if (name === 'br') words += preformatted > 0 || !table ? '\n' : ' ';
        else if (name === 'pre') {
          endPiece();
          preformatted += 1;
        } else if (name === 'ul' || name === 'ol') {
          endPiece();
          lists.push({ isOrdered: name === 'ol', items: 0 });
        } else if (name === 'li') {
          endPiece();
          const list = lists.at(-1);
          if (list) list.items += 1;
          marker = list?.isOrdered === true ? `${String(list.items)}. ` : '- ';
          if (!table) return;
          // Within a cell, a list is words.
          words += marker;
          marker = '';
        } else if (name === 'table') {
          endPiece();
          tables.push({ rows: [], cells: [], inCell: false, hasHeader: false });
        } else if (name === 'tr' && table) endRow(table);
        else if ((name === 'td' || name === 'th') && table) {
          endCell(table);
          table.inCell = true;
          if (name === 'th' && table.rows.length === 0) table.hasHeader = true;
        } else if (BLOCKS.has(name) || HEADING.test(name)) endPiece();
      },
      ontext: (text) => {
        if (inTitle) title += text;
        if (unread === 0) words += preformatted > 0 ? text : joined(words, text);
      },
      onclosetag: (name) => {
        depth -= 1;
        if (name === 'title') inTitle = false;
        if (unread > 0) {
          unread -= 1;
          return;
        }
        const table = tables.at(-1);
        const level = HEADING.exec(name)?.[1];
        if (name === 'pre') {
          preformatted -= 1;
          if (table || lists.length > 0) endPiece();
          else {
            builder.add('code', words);
            words = '';
          }
        } else if (level !== undefined && !table && lists.length === 0) {
          builder.add('heading', oneLine(words), { level: Number(level) });
          words = '';
        } else if (name === 'ul' || name === 'ol') endList();
        else if (name === 'table') endTable();
        else if (name === 'tr' && table) endRow(table);
        else if ((name === 'td' || name === 'th') && table) endCell(table);
        else if (name === 'li' || BLOCKS.has(name) || level !== undefined) endPiece();
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
  endPiece();
  return { builder, title: oneLine(title), ...(language !== undefined && { language }) };
}

function isUnread(name: string, attributes: Record<string, string>): boolean {
  return NO_TEXT.has(name) || attributes['hidden'] !== undefined || NOT_SHOWN.test(attributes['style'] ?? '');
}

/** White space within a line is one space. */
function joined(before: string, text: string): string {
  const words = text.replace(/\s+/g, ' ');
  return before === '' || /\s$/.test(before) ? words.trimStart() : words;
}

function oneCell(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
