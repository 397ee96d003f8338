import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { requireUuid } from '../data/requests/requireUuid.server.ts';
import { requireWholeNumber } from '../data/requests/requireWholeNumber.server.ts';
import { readTeam } from '../data/teams/readTeam.server.ts';
import { readTeamVersion } from '../data/teams/readTeamVersion.server.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { ComparePage } from '../pages/teams/compare/ComparePage.tsx';

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  pageTitle(matches, (t) =>
    data ? t('teams:titles.compareNamed', { name: data.team.name }) : t('teams:titles.compare'),
  ),
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const teamId = requireUuid(params['teamId']);
  const { searchParams } = new URL(request.url);
  const numbers = ['from', 'to'].map((end) => requireWholeNumber(searchParams.get(end) ?? undefined));
  const [team, from, to] = await Promise.all([
    readTeam(scope, { teamId }),
    ...numbers.map((version) => readTeamVersion(scope, { teamId, version })),
  ]);
  if (!team || !from || !to) throw refuse(404, fault('teams:faults.noVersion'));
  const textOf = ({ stored }: typeof from) => JSON.stringify(stored.ok ? stored.config : stored.raw, null, 2);
  return {
    team: { id: team.id, name: team.name },
    versions: team.versions.map(({ version, note }) => ({ version, note })),
    from: { version: from.version, text: textOf(from) },
    to: { version: to.version, text: textOf(to) },
  };
}

export default function CompareVersionsRoute() {
  return <ComparePage {...useLoaderData<typeof loader>()} />;
}
