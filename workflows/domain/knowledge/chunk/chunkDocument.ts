import type { Block, BlockKind } from '../parsedDocument.ts';
import { cutBlock, type Place, sentencesIn } from './cutBlock.ts';
import { type TokenScale, tokenScale } from './tokenWeights.ts';

/** A passage of a document. Its content is `text.slice(start, end)`, after its header where it has one (`contentOf`). */
export interface Chunk extends Place {
  /** Of a part of a table: the line that names its columns, which stands before the part. */
  header?: Place;
  /** The page on which it begins; absent: the document has none. */
  page?: number;
  /** The headings that it stands below, outermost first. */
  headingPath: readonly string[];
}

export interface ChunkOptions {
  /** Of a passage, its header included. */
  mostTokens: number;
  /** How much of running text stands at the end of one passage and at the beginning of the next. */
  overlapTokens: number;
}

/**
 * Small enough that a passage is about one thing, and far below what models that embed take; the overlap holds a sentence
 * or two, so that what refers to the one before it is understood.
 */
export const CHUNK_OPTIONS: ChunkOptions = { mostTokens: 400, overlapTokens: 50 };

/** What is understood without its beginning, and may be said twice. */
const RUNNING: ReadonlySet<BlockKind> = new Set(['paragraph', 'list']);
/** A header of more than this share of a passage is not repeated. */
const MOST_HEADER = 0.5;

/**
 * A document in passages, in its order: every letter of its text stands in one, and none has more than `mostTokens` (at
 * least 16). A heading begins a passage, a block is cut only where it does not fit into one, and parts of a table or rows
 * carry the line that names their columns. Passages overlap in running text alone.
 */
export function chunkDocument(
  { text, blocks }: { text: string; blocks: readonly Block[] },
  { mostTokens, overlapTokens }: ChunkOptions = CHUNK_OPTIONS,
): Chunk[] {
  const scale = tokenScale(text);
  const packer = new Packer(text, scale, mostTokens, overlapTokens);
  for (const block of blocks) {
    const header = headerFor(block, scale, mostTokens);
    if (block.kind === 'heading') packer.beginSection();
    if (packer.take(block, block, header)) continue;
    const room = mostTokens - (header ? scale.between(header.start, header.end) : 0);
    // A block that fits by itself begins a passage, unless a heading alone would be left behind.
    if (scale.between(block.start, block.end) <= room && !packer.hasHeadingsAlone) {
      packer.begin(block, block, header);
      continue;
    }
    for (const part of cutBlock(text, block, scale, room)) {
      if (!packer.take(part, block, header)) packer.begin(part, block, header);
    }
  }
  return packer.close();
}

/** What a passage says. */
export function contentOf(text: string, { start, end, header }: Chunk): string {
  const content = text.slice(start, end);
  return header ? `${text.slice(header.start, header.end)}\n${content}` : content;
}

function headerFor({ header }: Block, scale: TokenScale, mostTokens: number): Place | undefined {
  if (header === undefined) return undefined;
  return scale.between(header.start, header.end) <= MOST_HEADER * mostTokens ? header : undefined;
}

class Packer {
  readonly #text: string;
  readonly #scale: TokenScale;
  readonly #most: number;
  readonly #overlap: number;
  readonly #chunks: Chunk[] = [];
  #open: (Place & { header: Place | undefined; first: Block; last: Block }) | null = null;

  constructor(text: string, scale: TokenScale, most: number, overlap: number) {
    this.#text = text;
    this.#scale = scale;
    this.#most = most;
    this.#overlap = overlap;
  }

  get hasHeadingsAlone(): boolean {
    return this.#open?.last.kind === 'heading';
  }

  /** What follows stands below another heading: nothing of it joins what is open, unless that is headings alone. */
  beginSection(): void {
    if (!this.hasHeadingsAlone) this.#end();
  }

  /** Puts a part of a block behind what is open, if it fits there. */
  take(part: Place, block: Block, header: Place | undefined): boolean {
    const open = this.#open;
    if (open === null) {
      if (this.#tokens(part, header) > this.#most) return false;
      this.begin(part, block, header);
      return true;
    }
    const isUnderstood = header === undefined ? open.header === undefined : this.#knows(header);
    if (!isUnderstood || this.#tokens({ start: open.start, end: part.end }, open.header) > this.#most)
      return false;
    open.end = part.end;
    open.last = block;
    return true;
  }

  /** Begins a passage with a part of a block, and before it the end of the last one where both are running text. */
  begin(part: Place, block: Block, header: Place | undefined): void {
    const before = this.#end();
    const isContinued = before !== null && RUNNING.has(before.last.kind) && RUNNING.has(block.kind);
    const start = isContinued ? this.#overlapFrom(before, part) : part.start;
    const isBelow = header !== undefined && header.start < part.start;
    this.#open = {
      start,
      end: part.end,
      header: isBelow ? header : undefined,
      first: isContinued && start < block.start ? before.last : block,
      last: block,
    };
  }

  close(): Chunk[] {
    this.#end();
    return this.#chunks;
  }

  /** Whether what is open names these columns: in its header, or in itself. */
  #knows(header: Place): boolean {
    const open = this.#open;
    return (
      open !== null && (open.header?.start === header.start || (!open.header && open.start <= header.start))
    );
  }

  #tokens(place: Place, header: Place | undefined): number {
    const isBelow = header !== undefined && header.start < place.start;
    return (
      this.#scale.between(place.start, place.end) +
      (isBelow ? this.#scale.between(header.start, header.end) : 0)
    );
  }

  /** Where the passage begins that goes on after `before`: with its last sentences, as many as are allowed and fit. */
  #overlapFrom(before: Place & { last: Block }, part: Place): number {
    const from = Math.max(before.start, before.last.start);
    const sentences = sentencesIn(this.#text, { start: from, end: before.end }).reverse();
    let start = part.start;
    for (const sentence of sentences) {
      // The whole of it again would be no next passage.
      if (sentence.start <= before.start) break;
      if (this.#scale.between(sentence.start, before.end) > this.#overlap) break;
      if (this.#scale.between(sentence.start, part.end) > this.#most) break;
      start = sentence.start;
    }
    return start;
  }

  #end() {
    const open = this.#open;
    if (open === null) return null;
    const { start, header, first, last } = open;
    const end = start + this.#text.slice(start, open.end).trimEnd().length;
    this.#chunks.push({
      start,
      end,
      ...(header && { header: { start: header.start, end: header.end } }),
      ...(first.page !== undefined && { page: first.page }),
      headingPath: last.headingPath,
    });
    this.#open = null;
    return open;
  }
}
