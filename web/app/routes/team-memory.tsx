import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { parseListRequest } from '../data/lists/listPage.ts';
import { changeMemory } from '../data/memory/changeMemory.server.ts';
import { listMemory } from '../data/memory/listMemory.server.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { requireUuid } from '../data/requests/requireUuid.server.ts';
import { readTeam } from '../data/teams/readTeam.server.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { TeamMemoryPage } from '../pages/teams/memory/TeamMemoryPage.tsx';

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  pageTitle(matches, (t) => t('memories:page.titleOf', { team: data?.team.name ?? '' })),
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const team = await readTeam(scope, { teamId: requireUuid(params['teamId']) });
  if (team === null) throw refuse(404, fault('teams:faults.noTeam'));
  const { searchParams } = new URL(request.url);
  const list = await listMemory(scope, { teamId: team.id }, parseListRequest(searchParams));
  return { team: { id: team.id, name: team.name }, list, isDeleted: searchParams.has('deleted') };
}

const formSchema = z.object({ intent: z.enum(['pin', 'unpin']), entryId: z.guid() });

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, user } = await requireMember(request);
  const teamId = requireUuid(params['teamId']);
  const form = formSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw refuse(400);
  const { intent, entryId } = form.data;
  const result = await changeMemory(scope, { teamId, entryId, userId: user.id, edit: { action: intent } });
  if (result.outcome === 'not_found') throw refuse(404, fault('memories:faults.noEntry'));
  return redirect(`/teams/${teamId}/memory${new URL(request.url).search}`);
}

export default function TeamMemoryRoute() {
  return <TeamMemoryPage {...useLoaderData<typeof loader>()} />;
}
