import { storableText } from '../../../../workflows/domain/storable.ts';

/** The part of a list that a page's address requests. */
export interface ListRequest {
  /** Text to search for in names; empty for all. */
  search: string;
  /** From 1. */
  page: number;
}

/** Part of a list, with its place in the whole. */
export interface ListPage<Row> {
  rows: Row[];
  search: string;
  page: number;
  pages: number;
  /** The number of all matching rows. */
  total: number;
}

/** Rows per page. */
export const PAGE_SIZE = 24;

/** Reads the address; invalid values are ignored. */
export function parseListRequest(params: URLSearchParams): ListRequest {
  const page = Number(params.get('page') ?? 1);
  return {
    search: storableText((params.get('q') ?? '').trim().slice(0, 200)),
    page: Number.isSafeInteger(page) && page >= 1 ? page : 1,
  };
}

/** Reads the requested page, or the last one if it is beyond the end. */
export async function readListPage<Row>(
  { search, page: asked }: ListRequest,
  list: { count: () => Promise<number>; rows: (part: { skip: number; take: number }) => Promise<Row[]> },
): Promise<ListPage<Row>> {
  const total = await list.count();
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(asked, pages);
  const rows = await list.rows({ skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE });
  return { rows, search, page, pages, total };
}

/**
 * The database condition that a name contains this text, ignoring case. Prisma does not escape LIKE's wildcards.
 */
export function containing(search: string) {
  return { contains: search.replaceAll(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const };
}
