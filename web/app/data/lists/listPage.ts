/** Which part of a list a page's address asks for. */
export interface ListRequest {
  /** Looked for in the names; empty: everything. */
  search: string;
  /** From 1. */
  page: number;
}

/** A part of a list, and where it stands in the whole. */
export interface ListPage<Row> {
  rows: Row[];
  search: string;
  page: number;
  pages: number;
  /** How many there are of what is looked for. */
  total: number;
}

/** Rows of a page. */
export const PAGE_SIZE = 24;

/** What the address says; what makes no sense in it is left out. */
export function parseListRequest(params: URLSearchParams): ListRequest {
  const page = Number(params.get('page') ?? 1);
  return {
    search: (params.get('q') ?? '').trim().slice(0, 200),
    page: Number.isSafeInteger(page) && page >= 1 ? page : 1,
  };
}

/** Reads the page that is asked for; behind the last one, the last one. */
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

/** The database's condition on a name: that it has this in it, in capitals or not. Prisma leaves LIKE's wildcards as they are. */
export function containing(search: string) {
  return { contains: search.replaceAll(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const };
}
