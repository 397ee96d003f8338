import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { exportComponent } from '../../../workflows/contracts/autogen/exportComponent.ts';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { requireUuid } from '../data/requests/requireUuid.server.ts';
import { requireWholeNumber } from '../data/requests/requireWholeNumber.server.ts';
import { readTeam } from '../data/teams/readTeam.server.ts';
import { readTeamVersion } from '../data/teams/readTeamVersion.server.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { ExportPage } from '../pages/teams/export/ExportPage.tsx';
import { services } from '../services.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  pageTitle(matches, (t) =>
    data ? t('teams:titles.exportNamed', { name: data.team.name }) : t('teams:titles.export'),
  ),
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const team = await readTeam(scope, { teamId: requireUuid(params['teamId']) });
  const asked = new URL(request.url).searchParams.get('version');
  const number = asked === null ? team?.versions[0]?.version : requireWholeNumber(asked);
  const version =
    team && number !== undefined ? await readTeamVersion(scope, { teamId: team.id, version: number }) : null;
  if (!team || !version) throw refuse(404, fault('teams:faults.noVersion'));
  const exported = version.stored.ok
    ? exportComponent(version.stored.config, services().environment.DEFAULT_MODEL)
    : null;
  return {
    team: { id: team.id, name: team.name },
    version: version.version,
    autogen:
      exported === null ? null : { json: JSON.stringify(exported.component, null, 2), notes: exported.notes },
  };
}

export default function ExportTeamRoute() {
  return <ExportPage {...useLoaderData<typeof loader>()} />;
}
