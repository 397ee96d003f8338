import { randomUUID } from 'node:crypto';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { requireUuid } from '../data/requests/requireUuid.server.ts';
import { requireWholeNumber } from '../data/requests/requireWholeNumber.server.ts';
import { readTeam } from '../data/teams/readTeam.server.ts';
import { readTeamVersion } from '../data/teams/readTeamVersion.server.ts';
import { restoreTeamVersion } from '../data/teams/restoreTeamVersion.server.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { TeamVersionPage } from '../pages/teams/version/TeamVersionPage.tsx';

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  pageTitle(matches, (t) =>
    data
      ? t('teams:titles.version', { name: data.team.name, version: data.version.version })
      : t('teams:titles.team'),
  ),
];

const restoreSchema = z.object({
  intent: z.literal('restore'),
  submissionId: z.uuid(),
  basedOn: z.coerce.number().int(),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const teamId = requireUuid(params['teamId']);
  const [team, version] = await Promise.all([
    readTeam(scope, { teamId }),
    readTeamVersion(scope, { teamId, version: requireWholeNumber(params['version']) }),
  ]);
  if (!team || !version) throw refuse(404, fault('teams:faults.noVersion'));
  return { team, version, submissionId: randomUUID() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, user } = await requireMember(request);
  const teamId = requireUuid(params['teamId']);
  const form = restoreSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw refuse(400);
  const result = await restoreTeamVersion(scope, {
    teamId,
    userId: user.id,
    versionId: form.data.submissionId,
    basedOn: form.data.basedOn,
    version: requireWholeNumber(params['version']),
  });
  switch (result.outcome) {
    case 'saved':
    case 'repeated':
    case 'unchanged':
      return redirect(`/teams/${teamId}?saved=${String(result.version)}`);
    case 'stale':
      throw refuse(409, fault('teams:faults.savedSince', { version: result.newest }));
    case 'unreadable':
      throw refuse(422, fault('teams:faults.notRestorable'));
    case 'name_taken':
    case 'unknown_team':
      throw refuse(404, fault('teams:faults.noVersion'));
  }
}

export default function ChosenTeamVersionPage() {
  return <TeamVersionPage {...useLoaderData<typeof loader>()} />;
}
