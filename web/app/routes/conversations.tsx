import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { isRouteErrorResponse, useLoaderData, useRouteError } from '@remix-run/react';
import { requireMember } from '../auth/requireMember.server.ts';
import { parseHistoryCursor } from '../conversations/historyCursor.ts';
import { parseHistoryFilters } from '../conversations/historyFilters.ts';
import { listConversations } from '../data/listConversations.server.ts';
import { listTeamNames } from '../data/listTeamNames.server.ts';
import { ErrorPage } from '../errors/ErrorPage.tsx';
import { HistoryPage } from '../history/HistoryPage.tsx';
import { HistoryUnavailable } from '../history/HistoryUnavailable.tsx';

export const meta: MetaFunction = () => [{ title: 'Conversations · Colloquy' }];

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
