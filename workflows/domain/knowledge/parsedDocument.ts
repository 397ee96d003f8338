/** What a piece of a document's text is. A `row` is a line of a CSV file, or an object of JSON lines. */
export type BlockKind = 'heading' | 'paragraph' | 'list' | 'table' | 'code' | 'row';

/** A piece of a document's text. Offsets are UTF-16 code units; the end is exclusive. */
export interface Block {
  kind: BlockKind;
  start: number;
  end: number;
  /** From 1 on; absent: the document has no pages. */
  page?: number;
  /** Of a heading: 1 to 6. */
  level?: number;
  /** The headings above it, outermost first; a heading's own words are not among them. */
  headingPath: readonly string[];
  /** Of a table or a row: where the line stands that names its columns. A part of it is not understood without. */
  header?: { start: number; end: number };
}

/** A document as it was read: its whole text, and what the pieces of it are. */
export interface ParsedDocument {
  title: string;
  /** Storable: no NUL, no half of a surrogate pair. */
  text: string;
  /** In the order of the text, none within another. Between them stands white space alone. */
  blocks: readonly Block[];
  /** Where in the text each page begins; empty: it has no pages. */
  pageOffsets: readonly number[];
  /** BCP 47, as the document says it, or as its letters do; absent: nobody knows. */
  language?: string;
}
