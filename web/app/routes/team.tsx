import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '../auth/requireMember.server.ts';
import { readTeam } from '../data/readTeam.server.ts';
import { readTeamVersion } from '../data/readTeamVersion.server.ts';
import { refuse } from '../errors/refuse.server.ts';
import { requireUuid } from '../params/requireUuid.server.ts';
import { TeamVersionPage } from '../teams/TeamVersionPage.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.team.name ?? 'Team'} · Colloquy` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const team = await readTeam(scope, { teamId: requireUuid(params['teamId']) });
  const newest = team?.versions[0]?.version;
  if (!team || newest === undefined) throw refuse(404, 'There is no such team in this project.');
  const version = await readTeamVersion(scope, { teamId: team.id, version: newest });
  if (!version) throw refuse(404, 'There is no such team in this project.');
  return { team, version };
}

export default function NewestTeamVersionPage() {
  const { team, version } = useLoaderData<typeof loader>();
  return <TeamVersionPage team={team} version={version} />;
}
