import { randomUUID } from 'node:crypto';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { startConversationSchema } from '../data/conversations/forms.ts';
import { startConversation } from '../data/conversations/startConversation.server.ts';
import { taskWithImage } from '../data/messages/taskWithImage.server.ts';
import { parseForm } from '../data/requests/parseForm.ts';
import { listStanding } from '../data/standing/listStanding.server.ts';
import { listTeams } from '../data/teams/listTeams.server.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { NewConversationPage } from '../pages/conversations/new/NewConversationPage.tsx';

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('newConversation:title'))];

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  return {
    teams: await listTeams(scope),
    standing: await listStanding(scope),
    chosen: new URL(request.url).searchParams.get('team'),
    idempotencyKey: randomUUID(),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { scope, user } = await requireMember(request);
  const submission = parseForm(await request.formData(), startConversationSchema);
  const refused = (why?: Parameters<typeof submission.reply>[0]) =>
    data({ lastResult: submission.reply(why), usedBefore: null }, { status: 422 });
  if (submission.status !== 'success') return refused();
  const { teamId, task: text, image, standing, wakes, idempotencyKey } = submission.value;
  const task = await taskWithImage(text, image);
  if (task.outcome === 'unreadable') {
    return refused({ fieldErrors: { image: [task.reason] } });
  }
  const result = await startConversation(scope, user.id, {
    team: { teamId },
    task: task.task,
    standing,
    wakes,
    idempotencyKey,
  });
  if (result.outcome === 'unknown_team') {
    return refused({ fieldErrors: { teamId: [fault('newConversation:faults.unknownTeam')] } });
  }
  if (result.outcome === 'not_standing') {
    return refused({ fieldErrors: { wakes: [fault('newConversation:faults.notStanding')] } });
  }
  if (result.outcome === 'refused') {
    return refused({ fieldErrors: { task: [result.reason] } });
  }
  if (result.outcome === 'differs') {
    // Submitting again starts another conversation: the person has read that one exists.
    const usedBefore = { conversationId: result.conversationId, nextKey: randomUUID() };
    return data({ lastResult: submission.reply(), usedBefore }, { status: 409 });
  }
  return redirect(`/conversations/${result.conversationId}`);
}

export default function NewConversationRoute() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <NewConversationPage {...data} lastResult={answer?.lastResult} usedBefore={answer?.usedBefore ?? null} />
  );
}
