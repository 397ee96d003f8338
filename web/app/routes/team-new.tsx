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
import { createTeam } from '../data/teams/createTeam.server.ts';
import { readTeamForm, refusalOf } from '../data/teams/readTeamForm.server.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { GalleryPage } from '../pages/teams/new/GalleryPage.tsx';
import { NewTeamPage } from '../pages/teams/new/NewTeamPage.tsx';
import { startingPoint } from '../pages/teams/new/startingPoint.ts';

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('teams:newTeam'))];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMember(request);
  const template = new URL(request.url).searchParams.get('template');
  if (template === null) return { template, initial: null, submissionId: '' };
  const initial = startingPoint(template);
  if (initial === null) throw refuse(404, fault('teams:faults.noTemplate'));
  return { template, initial, submissionId: randomUUID() };
}

export async function action({ request }: ActionFunctionArgs) {
  const { scope, user } = await requireMember(request);
  const read = readTeamForm(await request.formData());
  if (!read.ok) return data(read.answer, { status: 422 });
  const { name, note, config: text, submissionId } = read.form;
  const result = await createTeam(scope, {
    teamId: submissionId,
    userId: user.id,
    name,
    note,
    config: read.team,
  });
  if (result.outcome === 'name_taken') {
    return data(
      refusalOf(
        { name, note, text, basedOn: 0 },
        { nameErrors: [fault('teams:faults.nameTaken', { name })] },
      ),
      {
        status: 422,
      },
    );
  }
  if (result.outcome === 'differs') {
    return data(
      refusalOf({ name, note, text, basedOn: 0 }, { formErrors: [fault('teams:faults.formUsed')] }),
      { status: 409 },
    );
  }
  return redirect(`/teams/${result.teamId}`);
}

export default function NewTeamRoute() {
  const { template, initial, submissionId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (initial === null) return <GalleryPage />;
  return <NewTeamPage key={template} initial={initial} submissionId={submissionId} answer={answer} />;
}
