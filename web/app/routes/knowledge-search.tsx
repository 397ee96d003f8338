import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { listCollectionNames } from '../data/knowledge/listCollectionNames.server.ts';
import { searchDocuments } from '../data/knowledge/searchDocuments.server.ts';
import type { SearchOutcome } from '../data/knowledge/searchOutcome.ts';
import { parseSearchRequest } from '../data/knowledge/searchRequest.ts';
import { shownSearch } from '../data/knowledge/shownSearch.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { SearchPage } from '../pages/knowledge/search/SearchPage.tsx';

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('documentSearch:title'))];

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope, user } = await requireMember(request);
  const { fields, faults, asked } = parseSearchRequest(new URL(request.url).searchParams);
  const [collections, outcome] = await Promise.all([
    listCollectionNames(scope),
    asked === null ? null : searchDocuments(scope, { userId: user.id, ...asked }),
  ]);
  const isWrong = Object.keys(faults).length > 0;
  return data(
    {
      fields,
      faults,
      collections: collections?.names ?? [],
      found: outcome === null ? null : shownSearch(outcome),
    },
    { status: isWrong ? 422 : outcome === null ? 200 : STATUSES[outcome.outcome] },
  );
}

const STATUSES: Record<SearchOutcome['outcome'], number> = {
  answered: 200,
  no_collections: 200,
  unknown_collections: 422,
  failed: 503,
  no_worker: 503,
  unfinished: 503,
};

export default function SearchRoute() {
  return <SearchPage {...useLoaderData<typeof loader>()} />;
}
