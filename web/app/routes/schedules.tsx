import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { parseListRequest } from '../data/lists/listPage.ts';
import { listSchedulePage } from '../data/schedules/readSchedule.server.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { SchedulesPage } from '../pages/schedules/SchedulesPage.tsx';

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('schedules:title'))];

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const { searchParams } = new URL(request.url);
  const list = await listSchedulePage(scope, parseListRequest(searchParams));
  return { list, deleted: searchParams.get('deleted') };
}

export default function SchedulesRoute() {
  return <SchedulesPage {...useLoaderData<typeof loader>()} />;
}
