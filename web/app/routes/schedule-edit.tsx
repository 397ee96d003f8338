import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { previewTimes } from '../../../workflows/domain/schedules/preview.ts';
import { textOfTask } from '../../../workflows/domain/schedules/waking.ts';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { parseForm } from '../data/requests/parseForm.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { requireUuid } from '../data/requests/requireUuid.server.ts';
import type { TargetChoice } from '../data/schedules/findTarget.server.ts';
import { listTeamsToSchedule } from '../data/schedules/listTeamsToSchedule.server.ts';
import { type FormPreview, PREVIEWED, previewOfForm } from '../data/schedules/previewOfForm.ts';
import { readSchedule } from '../data/schedules/readSchedule.server.ts';
import { faultsOfRefusal } from '../data/schedules/refusedTarget.ts';
import { formOfSchedule, type NamedTarget, scheduleFormSchema } from '../data/schedules/scheduleForm.ts';
import { inputOfTask } from '../data/schedules/storedTask.ts';
import { timeZoneNames } from '../data/schedules/timeZoneNames.server.ts';
import { updateSchedule } from '../data/schedules/updateSchedule.server.ts';
import { listStanding, withChosen } from '../data/standing/listStanding.server.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { ScheduleFormPage } from '../pages/schedules/ScheduleFormPage.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => [
  pageTitle(matches, (t) => t('schedules:form.editTitle', { name: loaded?.name ?? '' })),
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const scheduleId = requireUuid(params['scheduleId']);
  const [schedule, teams, standing] = await Promise.all([
    readSchedule(scope, scheduleId),
    listTeamsToSchedule(scope),
    listStanding(scope),
  ]);
  if (schedule === null) throw refuse(404, fault('schedules:faults.notFound'));
  const { id, name, revision, spec, team, wakes } = schedule;
  const text = textOfTask(schedule.task);
  const preview: FormPreview | null =
    spec === null
      ? null
      : {
          kind: 'times',
          timeZone: spec.timeZone,
          times: previewTimes(spec, new Date(), PREVIEWED),
        };
  return {
    id,
    name,
    revision,
    teams,
    standing: withChosen(standing, wakes),
    timeZones: timeZoneNames(),
    values: formOfSchedule(schedule, text ?? ''),
    taskKept: text === null,
    pinned:
      team === null || team.teamVersionId === null || team.version === null
        ? null
        : { id: team.teamVersionId, version: team.version },
    preview,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, user } = await requireMember(request);
  const scheduleId = requireUuid(params['scheduleId']);
  const form = await request.formData();
  const submission = parseForm(form, scheduleFormSchema);
  const preview = previewOfForm(form, new Date());
  const answer = (status: number, why?: Parameters<typeof submission.reply>[0]) =>
    data({ lastResult: submission.reply(why), preview }, { status });
  if (form.get('intent') === 'preview') return answer(200, { hideFields: [] });
  if (submission.status !== 'success') return answer(422);
  const stored = await readSchedule(scope, scheduleId);
  if (stored === null) throw refuse(404, fault('schedules:faults.notFound'));
  const { target, pinned, keepsTask, schedule, revision } = submission.value;
  if (revision === undefined) throw refuse(400);
  const result = await updateSchedule(scope, user.id, {
    scheduleId,
    target: targetOf(target, pinned, stored.team?.id),
    schedule: keepsTask ? { ...schedule, task: inputOfTask(stored.task) } : schedule,
    revision,
  });
  switch (result.outcome) {
    case 'updated':
      return redirect(`/schedules/${scheduleId}`);
    case 'not_found':
      throw refuse(404, fault('schedules:faults.notFound'));
    case 'changed':
      return answer(409, { formErrors: [fault('schedules:faults.changed')] });
    case 'unknown_team':
    case 'not_standing':
    case 'not_for_waking':
    case 'refused':
      return answer(422, { fieldErrors: faultsOfRefusal(result) });
  }
}

/** A version is one of its team: with another team it is gone. */
function targetOf(
  target: NamedTarget,
  pinned: string | null,
  storedTeamId: string | undefined,
): TargetChoice {
  if (target.kind === 'conversation') return { wakes: target.wakes };
  const { teamId } = target;
  return pinned === null || teamId !== storedTeamId ? { teamId } : { teamVersionId: pinned, ofTeam: teamId };
}

export default function EditScheduleRoute() {
  const { t } = useTranslation('schedules');
  const { id, name, preview, ...loaded } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <ScheduleFormPage
      {...loaded}
      title={t('form.editTitle', { name })}
      crumbs={[
        { label: t('title'), to: '/schedules' },
        { label: name, to: `/schedules/${id}` },
      ]}
      submit={t('form.save')}
      idempotencyKey={null}
      lastResult={answer?.lastResult}
      preview={answer?.preview ?? preview}
      usedBefore={null}
    />
  );
}
