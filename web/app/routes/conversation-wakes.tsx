import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { readConversationHead } from '../data/conversations/readConversationHead.server.ts';
import { parseForm } from '../data/requests/parseForm.ts';
import { parseId } from '../data/requests/parseId.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { listStanding, withChosen } from '../data/standing/listStanding.server.ts';
import { setWakes } from '../data/standing/setWakes.server.ts';
import { wakesForm } from '../data/standing/wakesForm.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { WakesPage } from '../pages/conversations/standing/WakesPage.tsx';

const NO_CONVERSATION = fault('conversation:faults.notFound');

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('standing:wakes'))];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const conversationId = parseId(params['conversationId']);
  const found = conversationId === null ? null : await readConversationHead(scope, conversationId);
  if (found === null) throw refuse(404, NO_CONVERSATION);
  const { id, title, wakes } = found.head;
  const others = (await listStanding(scope)).filter((each) => each.id !== id);
  return { conversationId: id, title, wakes, others: withChosen(others, wakes) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, user } = await requireMember(request);
  const conversationId = parseId(params['conversationId']);
  if (conversationId === null) throw refuse(404, NO_CONVERSATION);
  const submission = parseForm(await request.formData(), wakesForm);
  if (submission.status !== 'success') return data(submission.reply(), { status: 422 });
  const { wakes = null } = submission.value;
  const result = await setWakes(scope, user.id, { conversationId, wakes });
  switch (result?.outcome) {
    case undefined:
      throw refuse(404, NO_CONVERSATION);
    case 'done':
      return redirect(`/conversations/${conversationId}`);
    case 'not_standing':
      return data(
        submission.reply({ fieldErrors: { wakes: [fault('newConversation:faults.notStanding')] } }),
        {
          status: 422,
        },
      );
    case 'circle':
      return data(submission.reply({ fieldErrors: { wakes: [fault('standing:faults.circle')] } }), {
        status: 409,
      });
  }
}

export default function ConversationWakesRoute() {
  const loaded = useLoaderData<typeof loader>();
  return <WakesPage {...loaded} result={useActionData<typeof action>() ?? null} />;
}
