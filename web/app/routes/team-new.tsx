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
import { createTeam } from '../data/teams/createTeam.server.ts';
import { parseTeamForm, refusalOf } from '../data/teams/parseTeamForm.server.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { requestLanguage } from '../languages/requestLanguage.ts';
import { translatorOf } from '../languages/translator.ts';
import { GalleryPage } from '../pages/teams/new/GalleryPage.tsx';
import { NewTeamPage } from '../pages/teams/new/NewTeamPage.tsx';
import { startingPoint } from '../pages/teams/new/startingPoint.ts';

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('teams:newTeam'))];

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope, language } = await requireMember(request);
  const template = new URL(request.url).searchParams.get('template');
  if (template === null)
    return { template, initial: null, collections: null, calendars: [], submissionId: '' };
  const initial = startingPoint(template, translatorOf(language ?? requestLanguage(request.headers)).t);
  if (initial === null) throw refuse(404, fault('teams:faults.noTemplate'));
  const collections = await listCollectionNames(scope);
  const calendars = await listCalendarNames(scope);
  return { template, initial, collections, calendars, submissionId: randomUUID() };
}

export async function action({ request }: ActionFunctionArgs) {
  const { scope, user } = await requireMember(request);
  const read = parseTeamForm(await request.formData());
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
  const { template, initial, collections, calendars, submissionId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (initial === null) return <GalleryPage />;
  return (
    <NewTeamPage
      key={template}
      initial={initial}
      collections={collections}
      calendars={calendars}
      submissionId={submissionId}
      answer={answer}
    />
  );
}
