import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { readStatus } from '../data/health/readStatus.server.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { StatusPage } from '../pages/status/StatusPage.tsx';

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('status:title'))];

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  return readStatus(scope, new Date());
}

export default function StatusRoute() {
  return <StatusPage status={useLoaderData<typeof loader>()} />;
}
