import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { readConversationTitle } from '../data/conversations/readConversationTitle.server.ts';
import { replayConversation } from '../data/replay/replayConversation.server.ts';
import { unlessBusy } from '../data/replay/unlessBusy.server.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { requireUuid } from '../data/requests/requireUuid.server.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { ReplayPage } from '../pages/replay/ReplayPage.tsx';

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('replay:title'))];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const conversationId = requireUuid(params['conversationId']);
  const title = await readConversationTitle(scope, conversationId);
  if (title === null) throw refuse(404, fault('conversation:faults.notFound'));
  return { conversationId, title };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope } = await requireMember(request);
  const conversationId = requireUuid(params['conversationId']);
  const answer = await unlessBusy(() => replayConversation(scope, conversationId));
  if ('faults' in answer) return data({ replay: null, faults: answer.faults }, { status: 503 });
  if (answer.result === null) throw refuse(404, fault('conversation:faults.notFound'));
  return data({ replay: answer.result, faults: [] as string[] });
}

export default function ConversationReplayRoute() {
  const answer = useActionData<typeof action>();
  return <ReplayPage {...useLoaderData<typeof loader>()} replay={answer?.replay} faults={answer?.faults} />;
}
