import { randomUUID } from 'node:crypto';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { requireUuid } from '../data/requests/requireUuid.server.ts';
import { readTask } from '../data/tasks/listTasks.server.ts';
import { readMarkdown } from '../data/texts/pageTexts.server.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { TaskPage } from '../pages/inbox/TaskPage.tsx';

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('inbox:one.title'))];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const item = await readTask(scope, requireUuid(params['taskId']));
  if (item === null) throw refuse(404, fault('inbox:faults.notFound'));
  if (item.draft !== null) await readMarkdown([item.draft.text], context.texts);
  return { item, formSeed: randomUUID() };
}

export default function TaskRoute() {
  return <TaskPage {...useLoaderData<typeof loader>()} />;
}
