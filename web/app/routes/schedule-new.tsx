import { randomUUID } from 'node:crypto';
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
import { parseForm } from '../data/requests/parseForm.ts';
import { createSchedule } from '../data/schedules/createSchedule.server.ts';
import { listTeamsToSchedule } from '../data/schedules/listTeamsToSchedule.server.ts';
import { previewOfForm } from '../data/schedules/previewOfForm.ts';
import { faultsOfRefusal } from '../data/schedules/refusedTarget.ts';
import { EMPTY_FORM, scheduleFormSchema } from '../data/schedules/scheduleForm.ts';
import { timeZoneNames } from '../data/schedules/timeZoneNames.server.ts';
import { listStanding } from '../data/standing/listStanding.server.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { ScheduleFormPage } from '../pages/schedules/ScheduleFormPage.tsx';

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('schedules:form.newTitle'))];

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const [teams, standing] = await Promise.all([listTeamsToSchedule(scope), listStanding(scope)]);
  const { searchParams } = new URL(request.url);
  const chosen = searchParams.get('team');
  const woken = standing.find(({ id }) => id === searchParams.get('wakes'));
  const first = teams.find(({ id }) => id === chosen) ?? (teams.length === 1 ? teams[0] : undefined);
  return {
    teams,
    standing,
    timeZones: timeZoneNames(),
    values: {
      ...EMPTY_FORM,
      target: woken === undefined ? 'team' : 'conversation',
      teamId: first?.id ?? '',
      wakes: woken?.id ?? '',
    },
    idempotencyKey: randomUUID(),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { scope, user } = await requireMember(request);
  const form = await request.formData();
  const submission = parseForm(form, scheduleFormSchema);
  const preview = previewOfForm(form, new Date());
  const answer = (
    status: number,
    why?: Parameters<typeof submission.reply>[0],
    used: { scheduleId: string; nextKey: string } | null = null,
  ) => data({ lastResult: submission.reply(why), preview, used }, { status });
  if (form.get('intent') === 'preview') return answer(200, { hideFields: [] });
  if (submission.status !== 'success') return answer(422);
  const { target, schedule, isPaused, idempotencyKey = randomUUID() } = submission.value;
  const result = await createSchedule(scope, user.id, {
    target: target.kind === 'team' ? { teamId: target.teamId } : { wakes: target.wakes },
    schedule,
    isPaused,
    idempotencyKey,
  });
  switch (result.outcome) {
    case 'created':
      return redirect(`/schedules/${result.scheduleId}`);
    case 'differs':
      return answer(409, {}, { scheduleId: result.scheduleId, nextKey: randomUUID() });
    case 'unknown_team':
    case 'not_standing':
    case 'not_for_waking':
    case 'refused':
      return answer(422, { fieldErrors: faultsOfRefusal(result) });
  }
}

export default function NewScheduleRoute() {
  const { t } = useTranslation('schedules');
  const { idempotencyKey, ...loaded } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <ScheduleFormPage
      {...loaded}
      title={t('form.newTitle')}
      crumbs={[{ label: t('title'), to: '/schedules' }]}
      submit={t('form.create')}
      idempotencyKey={answer?.used?.nextKey ?? idempotencyKey}
      revision={null}
      pinned={null}
      taskKept={false}
      lastResult={answer?.lastResult}
      preview={answer?.preview ?? null}
      usedBefore={answer?.used?.scheduleId ?? null}
    />
  );
}
