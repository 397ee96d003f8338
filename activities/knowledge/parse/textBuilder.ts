import type { Block, BlockKind } from '../../../workflows/domain/knowledge/parsedDocument.ts';
import type { ParseLimits } from './limits.ts';
import { RefusedDocument } from './refusedDocument.ts';

/** The headings above a place of a document, as one reads on. */
export class HeadingPath {
  readonly #open: { level: number; words: string }[] = [];

  /** Goes on below a heading; returns those above it. */
  enter(level: number, words: string): string[] {
    while ((this.#open.at(-1)?.level ?? 0) >= level) this.#open.pop();
    const above = this.current;
    if (words !== '') this.#open.push({ level, words });
    return above;
  }

  get current(): string[] {
    return this.#open.map(({ words }) => words);
  }
}

interface PieceOptions {
  /** Of a heading. */
  level?: number;
  /** How much of the piece's beginning names a table's columns. */
  headerLength?: number;
}

/** A document's text, put together from pieces with a blank line between. */
export class TextBuilder {
  readonly blocks: Block[] = [];
  readonly pageOffsets: number[] = [];
  readonly #headings = new HeadingPath();
  readonly #parts: string[] = [];
  readonly #limits: ParseLimits;
  #length = 0;

  constructor(limits: ParseLimits) {
    this.#limits = limits;
  }

  /** What follows stands on the next page. */
  beginPage(): void {
    this.pageOffsets.push(this.#length === 0 ? 0 : this.#length + SEPARATOR.length);
  }

  /** Adds a piece, unless it is white space alone. */
  add(kind: BlockKind, piece: string, { level, headerLength }: PieceOptions = {}): void {
    const words = kind === 'code' ? piece.replace(/^\s*\n/, '').trimEnd() : piece.trim();
    if (words.trim() === '') return;
    if (this.#length > 0) this.#append(SEPARATOR);
    const start = this.#length;
    this.#append(words);
    checkBlocks(this.blocks.length + 1, this.#limits);
    this.blocks.push({
      kind,
      start,
      end: this.#length,
      ...(this.pageOffsets.length > 0 && { page: this.pageOffsets.length }),
      ...(level !== undefined && { level }),
      headingPath: level === undefined ? this.#headings.current : this.#headings.enter(level, oneLine(words)),
      ...(headerLength !== undefined && { header: { start, end: start + headerLength } }),
    });
  }

  get text(): string {
    return this.#parts.join('');
  }

  #append(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
    checkCharacters(this.#length, this.#limits);
  }
}

const SEPARATOR = '\n\n';
/** A heading that is longer is not repeated whole with everything below it. */
const MOST_OF_A_HEADING = 200;

/** A heading as one line, for the path. */
export function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim().slice(0, MOST_OF_A_HEADING);
}

/** Refuses a text that is too long. */
export function checkCharacters(length: number, { mostCharacters }: ParseLimits): void {
  if (length <= mostCharacters) return;
  throw new RefusedDocument(
    'too_much_text',
    `It has more than ${mostCharacters.toLocaleString('en')} characters of text. Split it into several documents.`,
  );
}

/** Refuses a document of too many pieces. */
export function checkBlocks(count: number, { mostBlocks }: ParseLimits): void {
  if (count <= mostBlocks) return;
  throw new RefusedDocument(
    'too_much_text',
    `It has more than ${mostBlocks.toLocaleString('en')} paragraphs or rows. Split it into several documents.`,
  );
}
