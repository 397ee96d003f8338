import { randomUUID } from 'node:crypto';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { requireUuid } from '../data/requests/requireUuid.server.ts';
import { archiveTeam } from '../data/teams/archiveTeam.server.ts';
import { readTeam } from '../data/teams/readTeam.server.ts';
import { readTeamVersion } from '../data/teams/readTeamVersion.server.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { teamDone } from '../pages/teams/version/teamDone.ts';
import { TeamVersionPage } from '../pages/teams/version/TeamVersionPage.tsx';

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  pageTitle(matches, (t) => data?.team.name ?? t('teams:titles.team')),
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const team = await readTeam(scope, { teamId: requireUuid(params['teamId']) });
  const newest = team?.versions[0]?.version;
  if (!team || newest === undefined) throw refuse(404, fault('teams:faults.noTeam'));
  const version = await readTeamVersion(scope, { teamId: team.id, version: newest });
  if (!version) throw refuse(404, fault('teams:faults.noTeam'));
  const done = teamDone(new URL(request.url).searchParams);
  return { team, version, done, submissionId: randomUUID() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, user } = await requireMember(request);
  const teamId = requireUuid(params['teamId']);
  const intent = (await request.formData()).get('intent');
  if (intent !== 'archive' && intent !== 'unarchive') throw refuse(400);
  const archived = intent === 'archive';
  const isThere = await archiveTeam(scope, { teamId, userId: user.id, archived });
  if (!isThere) throw refuse(404, fault('teams:faults.noTeam'));
  return redirect(`/teams/${teamId}?done=${intent}`);
}

export default function NewestTeamVersionPage() {
  return <TeamVersionPage {...useLoaderData<typeof loader>()} />;
}
