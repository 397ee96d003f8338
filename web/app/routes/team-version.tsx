import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '../auth/requireMember.server.ts';
import { readTeam } from '../data/readTeam.server.ts';
import { readTeamVersion } from '../data/readTeamVersion.server.ts';
import { refuse } from '../errors/refuse.server.ts';
import { requireUuid } from '../params/requireUuid.server.ts';
import { requireWholeNumber } from '../params/requireWholeNumber.server.ts';
import { TeamVersionPage } from '../teams/TeamVersionPage.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.team.name}, version ${data.version.version} · Colloquy` : 'Team · Colloquy' },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const teamId = requireUuid(params['teamId']);
  const [team, version] = await Promise.all([
    readTeam(scope, { teamId }),
    readTeamVersion(scope, { teamId, version: requireWholeNumber(params['version']) }),
  ]);
  if (!team || !version) throw refuse(404, 'There is no such version of a team in this project.');
  return { team, version };
}

export default function ChosenTeamVersionPage() {
  const { team, version } = useLoaderData<typeof loader>();
  return <TeamVersionPage team={team} version={version} />;
}
