/** A kind of row that contains texts from outside, as it appears in addresses. */
export const TEXT_OWNERS = ['message', 'tool-call', 'task', 'model-call'] as const;
export type TextOwner = (typeof TEXT_OWNERS)[number];

/**
 * The texts of a row that are cut, by their path within it ("content", "body.results.0.content"): bytes of the whole
 * text.
 */
export type Cuts = Readonly<Record<string, number>>;

/** A text that is not sent within its row. */
export interface ApartText {
  /** In characters, as far as the text is shown. */
  length: number;
  /** The rendered text; null: it is in the document that the row came with. */
  html: string | null;
}

/** A row as a page holds it. */
export interface RowWithTexts {
  id: string;
  revision?: number;
  cuts?: Cuts | undefined;
  apart?: Readonly<Record<string, ApartText>> | undefined;
}

/** The address of a rendered text, and its size. */
export interface ShownText {
  owner: TextOwner;
  id: string;
  path: string;
  /** Identifies the text in the document: another revision of its row counts as another text. */
  key: string;
  /** The size of the whole text in bytes; null: it is shown whole. */
  wholeBytes: number | null;
  apart: ApartText | null;
}

/** The text at a path of a row. */
export function shownText(owner: TextOwner, row: RowWithTexts, path: string): ShownText {
  return {
    owner,
    id: row.id,
    path,
    key: textKey(owner, row, path),
    wholeBytes: row.cuts?.[path] ?? null,
    apart: row.apart?.[path] ?? null,
  };
}

export function textKey(owner: TextOwner, { id, revision = 0 }: RowWithTexts, path: string): string {
  return `${owner}/${id}/${String(revision)}/${path}`;
}

/** The page that shows the whole text. */
export function wholeTextPath({ owner, id, path }: Pick<ShownText, 'owner' | 'id' | 'path'>): string {
  return `/texts/${owner}/${id}?path=${encodeURIComponent(path)}`;
}

/** The whole text as a file. */
export function rawTextPath({ owner, id, path }: Pick<ShownText, 'owner' | 'id' | 'path'>): string {
  return `/texts/${owner}/${id}/raw?path=${encodeURIComponent(path)}`;
}
