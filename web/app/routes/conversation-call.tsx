import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { readModelCall } from '../data/calls/readModelCall.server.ts';
import { parseId } from '../data/requests/parseId.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { CallPage } from '../pages/calls/CallPage.tsx';

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('calls:title'))];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const conversationId = parseId(params['conversationId']);
  const callId = parseId(params['callId']);
  const call =
    conversationId === null || callId === null ? null : await readModelCall(scope, conversationId, callId);
  if (call === null) throw refuse(404, fault('calls:faults.notFound'));
  return { call };
}

export default function CallRoute() {
  return <CallPage call={useLoaderData<typeof loader>().call} />;
}
