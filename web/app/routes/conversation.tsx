import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  type ClientActionFunctionArgs,
  data,
  isRouteErrorResponse,
  type ShouldRevalidateFunctionArgs,
  useActionData,
  useLoaderData,
} from '@remix-run/react';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { readConversation } from '../data/conversations/readConversation.server.ts';
import { parseId } from '../data/requests/parseId.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { setTextsApart } from '../data/texts/pageTexts.server.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { carryOutCommand } from '../pages/commands/carryOutCommand.server.ts';
import type { CommandResult } from '../pages/commands/commandResult.ts';
import { notDelivered } from '../pages/commands/notDelivered.ts';
import { PlainResult } from '../pages/commands/PlainResult.ts';
import { ConversationPage } from '../pages/conversations/ConversationPage.tsx';
import { parseShow, showMoreThan } from '../pages/conversations/show.ts';

const NO_CONVERSATION = fault('conversation:faults.notFound');

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => [
  pageTitle(matches, (t) => loaded?.page.conversation.title ?? t('conversation:title')),
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const id = parseId(params['conversationId']);
  const show = parseShow(new URL(request.url).searchParams);
  const read = id === null ? null : await readConversation(scope, id, show);
  if (read === null) throw refuse(404, NO_CONVERSATION);
  const page = await setTextsApart(read, context.texts);
  return { page, formSeed: randomUUID(), showMore: showMoreThan(show) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request);
  const id = parseId(params['conversationId']);
  const result = id === null ? null : await carryOutCommand(member, id, await request.formData());
  if (result === null) throw refuse(404, NO_CONVERSATION);
  return data(result, { status: statusOf(result) });
}

function statusOf({ kind, errors }: CommandResult): number {
  if (errors.length > 0) return 422;
  return kind === 'error' ? 409 : 200;
}

/** If a command could not be sent, nothing that was written is lost. */
export async function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  const form = await request.clone().formData();
  try {
    return await serverAction<typeof action>();
  } catch (error) {
    if (error instanceof Response || isRouteErrorResponse(error)) throw error;
    // This status keeps the router from reloading the page from a server that can't be reached.
    return Response.json(notDelivered(form), { status: 503 });
  }
}

/** The stream brings the changes; only another address needs another load. */
export function shouldRevalidate({ currentUrl, nextUrl, formMethod }: ShouldRevalidateFunctionArgs) {
  const sameAddress = currentUrl.pathname + currentUrl.search === nextUrl.pathname + nextUrl.search;
  return formMethod === undefined && !sameAddress;
}

export default function ConversationRoute() {
  const { page, formSeed, showMore } = useLoaderData<typeof loader>();
  const plain = useActionData<typeof action>();
  return (
    <PlainResult.Provider value={plain}>
      <ConversationPage key={page.conversation.id} page={page} formSeed={formSeed} showMore={showMore} />
    </PlainResult.Provider>
  );
}
