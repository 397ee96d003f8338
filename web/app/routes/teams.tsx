import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { parseListRequest } from '../data/lists/listPage.ts';
import { countArchivedTeams, listTeamsPage } from '../data/teams/listTeams.server.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { TeamsPage } from '../pages/teams/list/TeamsPage.tsx';

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  pageTitle(matches, (t) => t(data?.archived ? 'teams:titles.archived' : 'teams:title')),
];

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const { searchParams } = new URL(request.url);
  const archived = searchParams.get('show') === 'archived';
  const imported = Number(searchParams.get('imported') ?? 0);
  const [list, archivedCount] = await Promise.all([
    listTeamsPage(scope, archived, parseListRequest(searchParams)),
    countArchivedTeams(scope),
  ]);
  return { list, archived, archivedCount, imported: Number.isInteger(imported) ? imported : 0 };
}

export default function TeamsRoute() {
  return <TeamsPage {...useLoaderData<typeof loader>()} />;
}
