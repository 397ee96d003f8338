import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { newCalendarSchema, OFFICE_HOURS } from '../data/calendars/calendarForm.ts';
import { createCalendar } from '../data/calendars/calendars.server.ts';
import { parseForm } from '../data/requests/parseForm.ts';
import { timeZoneNames } from '../data/schedules/timeZoneNames.server.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { CalendarForm } from '../pages/calendars/CalendarForm.tsx';
import { PageHeader } from '../views/ui/PageHeader.tsx';

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('calendars:form.newTitle'))];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMember(request);
  return { timeZones: timeZoneNames() };
}

export async function action({ request }: ActionFunctionArgs) {
  const { scope, user } = await requireMember(request);
  const submission = parseForm(await request.formData(), newCalendarSchema);
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 422 });
  const created = await createCalendar(scope, { userId: user.id, ...submission.value });
  if (created !== null) return redirect(`/settings/calendars/${created.id}`);
  const name = [fault('calendars:faults.nameTaken')];
  return data({ result: submission.reply({ fieldErrors: { name } }) }, { status: 422 });
}

export default function NewCalendarRoute() {
  const { t } = useTranslation('calendars');
  const { timeZones } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('title'), to: '/settings/calendars' }]}
        title={t('form.newTitle')}
        description={t('description')}
      />
      <CalendarForm isNew values={OFFICE_HOURS} timeZones={timeZones} lastResult={answer?.result} />
    </>
  );
}
