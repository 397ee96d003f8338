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
import { refuse } from '../data/requests/refuse.server.ts';
import { readImportForm } from '../data/teams/import/importForm.server.ts';
import type { ImportAnswer, ImportReport } from '../data/teams/import/importReport.ts';
import { parseTeamFile } from '../data/teams/import/parseTeamFile.server.ts';
import { importTeams } from '../data/teams/importTeams.server.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { ImportPage } from '../pages/teams/import/ImportPage.tsx';

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('teams:titles.import'))];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMember(request);
  return { submissionId: randomUUID() };
}

export async function action({ request }: ActionFunctionArgs) {
  const { scope, user } = await requireMember(request);
  const form = await readImportForm(await request.formData());
  if (form === null) throw refuse(400, fault('errors:faults.formIncomplete'));
  if (form.intent === 'check') {
    const report = parseTeamFile(form.text);
    return data(answerOf(report), { status: report.teams.length === 0 ? 422 : 200 });
  }
  const { report, chosen, submissionId } = form;
  if (chosen.length === 0) {
    return data(
      { ...answerOf(report), chosen, formError: fault('teams:faults.chooseTeam') },
      { status: 422 },
    );
  }
  const result = await importTeams(scope, {
    userId: user.id,
    submissionId,
    teams: report.teams,
    chosen,
  });
  if (result.outcome === 'refused') {
    return data({ ...answerOf(report), chosen, nameErrors: result.nameErrors }, { status: 422 });
  }
  const [only, ...others] = result.teamIds;
  return redirect(
    only !== undefined && others.length === 0
      ? `/teams/${only}`
      : `/teams?imported=${String(result.teamIds.length)}`,
  );
}

function answerOf(report: ImportReport): ImportAnswer {
  return { report, nameErrors: {}, chosen: null, formError: null };
}

export default function ImportTeamsRoute() {
  const { submissionId } = useLoaderData<typeof loader>();
  return <ImportPage submissionId={submissionId} answer={useActionData<typeof action>()} />;
}
