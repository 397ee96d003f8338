import { randomUUID } from 'node:crypto';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { countOpenTasks } from '../data/tasks/countOpenTasks.server.ts';
import { listTasks } from '../data/tasks/listTasks.server.ts';
import { readMarkdown } from '../data/texts/pageTexts.server.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { InboxPage } from '../pages/inbox/InboxPage.tsx';

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('inbox:title'))];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const which = new URL(request.url).searchParams.get('show') === 'closed' ? 'closed' : 'open';
  const [tasks, openCount] = await Promise.all([listTasks(scope, which), countOpenTasks(scope)]);
  await readMarkdown(
    tasks.flatMap(({ draft }) => (draft === null ? [] : [draft.text])),
    context.texts,
  );
  return { which, tasks, openCount, formSeed: randomUUID() } as const;
}

export default function InboxRoute() {
  return <InboxPage {...useLoaderData<typeof loader>()} />;
}
