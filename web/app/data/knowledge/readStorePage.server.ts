import type { ListedPart, ListPart } from '../../../../platform/knowledge/knowledgeReader.ts';
import { type ListPage, type ListRequest, PAGE_SIZE } from '../lists/listPage.ts';

/** Reads the page of a list of the knowledge store that is asked for; behind the last one, the last one. */
export async function readStorePage<Row>(
  { search, page: asked }: ListRequest,
  read: (part: ListPart) => Promise<ListedPart<Row>>,
): Promise<ListPage<Row>> {
  const readPage = (page: number) => read({ search, skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE });
  const part = await readPage(asked);
  // Behind the last row the store does not say how many there are.
  const total = part.total > 0 || asked === 1 ? part.total : (await readPage(1)).total;
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  if (asked <= pages) return { rows: part.rows, search, page: asked, pages, total };
  return { rows: (await readPage(pages)).rows, search, page: pages, pages, total };
}
