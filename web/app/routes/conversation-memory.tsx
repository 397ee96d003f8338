import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { readConversationMemory } from '../data/memory/readConversationMemory.server.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { requireUuid } from '../data/requests/requireUuid.server.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { ConversationMemoryPage } from '../pages/conversations/memory/ConversationMemoryPage.tsx';

export const meta: MetaFunction = ({ matches }) => [
  pageTitle(matches, (t) => t('memories:conversation.title')),
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const conversationId = requireUuid(params['conversationId']);
  const memory = await readConversationMemory(scope, conversationId);
  if (memory === null) throw refuse(404, fault('conversation:faults.notFound'));
  return { conversationId, ...memory };
}

export default function ConversationMemoryRoute() {
  return <ConversationMemoryPage {...useLoaderData<typeof loader>()} />;
}
