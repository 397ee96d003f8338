import type { ApiCollection } from '../../../workflows/contracts/api/knowledge.ts';
import { answerTo, type ApiClient } from '../../apiClient.ts';
import { UsageError } from '../../usage.ts';

/** The most that the server lists at once. */
const PAGE = 500;

/** Finds a collection by name or id. */
export async function findCollection(api: ApiClient, nameOrId: string): Promise<ApiCollection> {
  const found = await lookForCollection(api, nameOrId);
  if (found !== null) return found;
  throw new UsageError(`There is no collection ${nameOrId}. \`colloquy knowledge list\` lists them.`);
}

/** The same; null if there is none. */
export async function lookForCollection(api: ApiClient, nameOrId: string): Promise<ApiCollection | null> {
  const collections = await readCollections(api);
  return collections.find(({ id, name }) => name === nameOrId || id === nameOrId) ?? null;
}

/** All collections, by name. */
export async function readCollections(api: ApiClient): Promise<ApiCollection[]> {
  const collections: ApiCollection[] = [];
  let next: number | null = 0;
  while (next !== null) {
    const page: { collections: ApiCollection[]; next: number | null } = await answerTo(
      api.GET('/knowledge/collections', { params: { query: { offset: next, limit: PAGE } } }),
    );
    collections.push(...page.collections);
    next = page.next;
  }
  return collections;
}
