import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { localTimeInWords } from '../../../workflows/domain/schedules/localDay.ts';
import { afterWorking, workingSecondsBetween } from '../../../workflows/domain/time/workingTime.ts';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { calendarFormValues, calendarSchema } from '../data/calendars/calendarForm.ts';
import { deleteCalendar, readCalendar, updateCalendar } from '../data/calendars/calendars.server.ts';
import { parseForm } from '../data/requests/parseForm.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { requireUuid } from '../data/requests/requireUuid.server.ts';
import { timeZoneNames } from '../data/schedules/timeZoneNames.server.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { AheadCard } from '../pages/calendars/AheadCard.tsx';
import { CalendarForm } from '../pages/calendars/CalendarForm.tsx';
import { ConfirmedDelete } from '../views/ui/ConfirmedDelete.tsx';
import { Notice } from '../views/ui/Notice.tsx';
import { PageHeader } from '../views/ui/PageHeader.tsx';

const FOUR_WEEKS_MS = 28 * 24 * 60 * 60 * 1_000;
const EIGHT_HOURS_SECONDS = 8 * 60 * 60;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => [
  pageTitle(matches, (t) => loaded?.name ?? t('calendars:title')),
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const calendar = await readCalendar(scope, requireUuid(params['calendarId']));
  if (calendar === null) throw refuse(404, fault('calendars:faults.notFound'));
  const now = Date.now();
  const { name, timeZone, updatedAt } = calendar;
  const due = new Date(afterWorking(calendar, now, EIGHT_HOURS_SECONDS));
  return {
    name,
    updatedAt,
    values: calendarFormValues(calendar),
    timeZones: timeZoneNames(),
    ahead: {
      timeZone,
      hours: Math.round(workingSecondsBetween(calendar, now, now + FOUR_WEEKS_MS) / 360) / 10,
      dueThere: localTimeInWords(due, timeZone),
    },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, user } = await requireMember(request);
  const calendarId = requireUuid(params['calendarId']);
  const form = await request.formData();
  if (form.get('intent') === 'delete') {
    await deleteCalendar(scope, { userId: user.id, calendarId });
    return redirect('/settings/calendars');
  }
  const submission = parseForm(form, calendarSchema);
  if (submission.status !== 'success') {
    return data({ result: submission.reply(), saved: false }, { status: 422 });
  }
  const saved = await updateCalendar(scope, { userId: user.id, calendarId, calendar: submission.value });
  if (saved === null) throw refuse(404, fault('calendars:faults.notFound'));
  return data({ result: submission.reply(), saved: true });
}

export default function CalendarRoute() {
  const { t } = useTranslation('calendars');
  const { name, values, timeZones, ahead, updatedAt } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('title'), to: '/settings/calendars' }]}
        title={name}
        actions={
          <ConfirmedDelete
            open={t('delete.open')}
            title={t('delete.title')}
            description={t('delete.description')}
            keep={t('delete.keep')}
            submit={t('delete.submit')}
          />
        }
      />
      <div className="space-y-5">
        {answer?.saved === true ? <Notice kind="success">{t('saved')}</Notice> : null}
        <AheadCard {...ahead} />
        <CalendarForm
          key={updatedAt}
          isNew={false}
          values={values}
          timeZones={timeZones}
          lastResult={answer?.saved === true ? undefined : answer?.result}
        />
        <p className="text-[0.8125rem] text-ink-muted">{t('delete.description')}</p>
      </div>
    </>
  );
}
