import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { isRouteErrorResponse, useLoaderData, useRouteError } from '@remix-run/react';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { parseHistoryCursor } from '../data/conversations/historyCursor.ts';
import { parseHistoryFilters } from '../data/conversations/historyFilters.ts';
import { listConversations } from '../data/conversations/listConversations.server.ts';
import { listTeamNames } from '../data/teams/listTeams.server.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { ErrorPage } from '../pages/errors/ErrorPage.tsx';
import { HistoryPage } from '../pages/history/HistoryPage.tsx';
import { HistoryUnavailable } from '../pages/history/HistoryUnavailable.tsx';

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('history:title'))];

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const params = new URL(request.url).searchParams;
  const filters = parseHistoryFilters(params);
  const [page, teams] = await Promise.all([
    listConversations(scope, filters, parseHistoryCursor(params)),
    listTeamNames(scope),
  ]);
  return { page, filters, teams };
}

export default function ConversationsPage() {
  return <HistoryPage {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return isRouteErrorResponse(useRouteError()) ? <ErrorPage /> : <HistoryUnavailable />;
}
