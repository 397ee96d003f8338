import { randomUUID } from 'node:crypto';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { listCalendarNames } from '../data/calendars/calendars.server.ts';
import { listCollectionNames } from '../data/knowledge/listCollectionNames.server.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { requireUuid } from '../data/requests/requireUuid.server.ts';
import { parseTeamForm, refusalOf } from '../data/teams/parseTeamForm.server.ts';
import { readTeam } from '../data/teams/readTeam.server.ts';
import { readTeamVersion } from '../data/teams/readTeamVersion.server.ts';
import { saveTeamVersion } from '../data/teams/saveTeamVersion.server.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { EditTeamPage } from '../pages/teams/editor/EditTeamPage.tsx';
import { textToEdit } from '../pages/teams/editor/textToEdit.ts';

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  pageTitle(matches, (t) =>
    data ? t('teams:titles.editNamed', { name: data.team.name }) : t('teams:titles.edit'),
  ),
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const teamId = requireUuid(params['teamId']);
  const team = await readTeam(scope, { teamId });
  const newest = team?.versions[0]?.version;
  const version = newest === undefined ? null : await readTeamVersion(scope, { teamId, version: newest });
  if (!team || !version) throw refuse(404, fault('teams:faults.noTeam'));
  return {
    team: { id: team.id, name: team.name, version: version.version },
    text: textToEdit(version),
    collections: await listCollectionNames(scope),
    calendars: await listCalendarNames(scope),
    submissionId: randomUUID(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, user } = await requireMember(request);
  const teamId = requireUuid(params['teamId']);
  const read = parseTeamForm(await request.formData());
  if (!read.ok) return data(read.answer, { status: 422 });
  const { name, note, config: text, submissionId, basedOn } = read.form;
  const result = await saveTeamVersion(scope, {
    teamId,
    userId: user.id,
    versionId: submissionId,
    basedOn,
    name,
    note,
    config: read.team,
  });
  const submitted = { name, note, text, basedOn };
  switch (result.outcome) {
    case 'unknown_team':
      throw refuse(404, fault('teams:faults.noTeam'));
    case 'name_taken':
      return data(refusalOf(submitted, { nameErrors: [fault('teams:faults.nameTaken', { name })] }), {
        status: 422,
      });
    case 'stale': {
      const stale = { newest: result.newest, author: result.author };
      return data(refusalOf(submitted, { stale }), { status: 409 });
    }
    case 'unchanged':
      return data(
        refusalOf(submitted, { formErrors: [fault('teams:faults.unchanged', { version: result.version })] }),
        { status: 422 },
      );
    case 'saved':
    case 'repeated':
      return redirect(`/teams/${teamId}?saved=${String(result.version)}`);
  }
}

export default function EditTeamRoute() {
  const { team, text, collections, calendars, submissionId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <EditTeamPage
      team={team}
      text={text}
      collections={collections}
      calendars={calendars}
      submissionId={submissionId}
      answer={answer}
    />
  );
}
