import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { changeMemory } from '../data/memory/changeMemory.server.ts';
import { memoryFormSchema } from '../data/memory/memoryForm.ts';
import { readMemoryEntry } from '../data/memory/readMemoryEntry.server.ts';
import { parseForm } from '../data/requests/parseForm.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { requireUuid } from '../data/requests/requireUuid.server.ts';
import { readTeam } from '../data/teams/readTeam.server.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { MemoryEntryPage } from '../pages/teams/memory/MemoryEntryPage.tsx';

const NO_ENTRY = fault('memories:faults.noEntry');

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('memories:entry.title'))];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const teamId = requireUuid(params['teamId']);
  const [team, found] = await Promise.all([
    readTeam(scope, { teamId }),
    readMemoryEntry(scope, { teamId, entryId: requireUuid(params['entryId']) }),
  ]);
  if (team === null || found === null) throw refuse(404, NO_ENTRY);
  const isSaved = new URL(request.url).searchParams.has('saved');
  return { team: { id: team.id, name: team.name }, ...found, isSaved };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, user } = await requireMember(request);
  const teamId = requireUuid(params['teamId']);
  const entryId = requireUuid(params['entryId']);
  const about = { teamId, entryId, userId: user.id };
  const form = await request.formData();
  if (form.get('intent') === 'delete') {
    const deletion = await changeMemory(scope, { ...about, edit: { action: 'delete' } });
    if (deletion.outcome === 'not_found') throw refuse(404, NO_ENTRY);
    return redirect(`/teams/${teamId}/memory?deleted`);
  }
  const submission = parseForm(form, memoryFormSchema);
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 422 });
  const result = await changeMemory(scope, { ...about, edit: { action: 'edit', ...submission.value } });
  if (result.outcome === 'not_found') throw refuse(404, NO_ENTRY);
  if (result.outcome === 'stale') {
    const stale = submission.reply({ fieldErrors: { text: [fault('memories:faults.stale')] } });
    return data({ result: stale }, { status: 409 });
  }
  return redirect(`/teams/${teamId}/memory/${entryId}?saved`);
}

export default function MemoryEntryRoute() {
  const lastResult = useActionData<typeof action>()?.result;
  return <MemoryEntryPage {...useLoaderData<typeof loader>()} lastResult={lastResult} />;
}
