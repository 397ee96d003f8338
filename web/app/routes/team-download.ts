import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportComponent } from '../../../workflows/contracts/autogen/exportComponent.ts';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { requireUuid } from '../data/requests/requireUuid.server.ts';
import { requireWholeNumber } from '../data/requests/requireWholeNumber.server.ts';
import { readTeam } from '../data/teams/readTeam.server.ts';
import { readTeamVersion } from '../data/teams/readTeamVersion.server.ts';
import { fault } from '../languages/fault.ts';
import { exportDisposition, parseExportFormat } from '../pages/teams/export/exportFormat.ts';
import { services } from '../services.server.ts';

/** A version as a file: `format` is autogen, colloquy, or raw (the stored JSON, readable or not). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const teamId = requireUuid(params['teamId']);
  const format = parseExportFormat(new URL(request.url).searchParams.get('format'));
  if (format === null) throw refuse(400, fault('teams:faults.unknownFormat'));
  const [team, version] = await Promise.all([
    readTeam(scope, { teamId }),
    readTeamVersion(scope, { teamId, version: requireWholeNumber(params['version']) }),
  ]);
  if (!team || !version) throw refuse(404, fault('teams:faults.noVersion'));
  const { stored, raw } = version;
  if (!stored.ok && format !== 'raw') {
    throw refuse(422, fault('teams:faults.onlyRaw'));
  }
  const content =
    !stored.ok || format === 'raw'
      ? raw
      : format === 'autogen'
        ? exportComponent(stored.config, services().environment.DEFAULT_MODEL).component
        : stored.config;
  return new Response(`${JSON.stringify(content, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': exportDisposition(team.name, version.version, format),
      'cache-control': 'no-store',
    },
  });
}
