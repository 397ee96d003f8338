import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react';
import { Form, Link, useNavigation } from '@remix-run/react';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { SCHEDULE_NAME_MAX_CHARACTERS } from '../../../../workflows/contracts/schedules/scheduleInput.ts';
import { carryOverKinds, overlapPolicies } from '../../../../workflows/domain/schedules/states.ts';
import { wakingOverlaps } from '../../../../workflows/domain/schedules/waking.ts';
import type { FormPreview } from '../../data/schedules/previewOfForm.ts';
import { type ScheduleFormValues, type TargetKind, targetKinds } from '../../data/schedules/scheduleForm.ts';
import { useHydrated } from '../../views/hooks/useHydrated.ts';
import { Button } from '../../views/ui/Button.tsx';
import { Card, CardBody, CardHeader } from '../../views/ui/Card.tsx';
import { Field } from '../../views/ui/Field.tsx';
import { FormError } from '../../views/ui/FormError.tsx';
import { Input } from '../../views/ui/Input.tsx';
import { Notice } from '../../views/ui/Notice.tsx';
import { Page } from '../../views/ui/Page.tsx';
import { type Crumb, PageHeader } from '../../views/ui/PageHeader.tsx';
import { Select } from '../../views/ui/Select.tsx';
import { Textarea } from '../../views/ui/Textarea.tsx';
import { MoreFields } from './MoreFields.tsx';
import { PreviewCard } from './PreviewCard.tsx';
import { TargetFields } from './TargetFields.tsx';
import { TimingFields } from './TimingFields.tsx';
import { useLivePreview } from './useLivePreview.ts';
import { useOverlapWords } from './useOverlapWords.ts';

export type ScheduleFormPageProps = {
  title: string;
  crumbs: readonly Crumb[];
  submit: string;
  teams: readonly { id: string; name: string }[];
  /** The standing conversations that it can wake. */
  standing: readonly { id: string; title: string }[];
  timeZones: readonly string[];
  values: ScheduleFormValues;
  /** Of a new schedule. */
  idempotencyKey: string | null;
  /** Of one that is edited: the revision that was read. */
  revision: number | null;
  /** The version that it keeps to. */
  pinned: { id: string; version: number } | null;
  /** Its task is more than a text. */
  taskKept: boolean;
  lastResult: SubmissionResult<string[]> | undefined;
  /** The times of the values, or of what was sent. */
  preview: FormPreview | null;
  /** This form has already made a schedule with other content. */
  usedBefore: string | null;
};

/** The form that makes or edits a schedule, with its next runs beside it while it is filled in. */
export function ScheduleFormPage(props: ScheduleFormPageProps) {
  const { title, crumbs, submit, teams, standing, timeZones, values, pinned, taskKept, lastResult } = props;
  const { usedBefore } = props;
  const { t } = useTranslation('schedules');
  const saving = useNavigation().formData?.get('intent') === 'save';
  const [form, fields] = useForm({
    id: 'schedule',
    lastResult: lastResult ?? null,
    defaultValue: values,
  });
  const { ref, preview, look } = useLivePreview(props.preview, lastResult);
  const hydrated = useHydrated();
  const initialTarget = targetKinds.find((each) => each === fields.target.initialValue) ?? 'team';
  const [chosen, setChosen] = useState<TargetKind>(initialTarget);
  const target = hydrated ? chosen : null;
  const isWaking = target === 'conversation';
  const overlapWords = useOverlapWords(isWaking);
  return (
    <Page>
      <PageHeader crumbs={crumbs} title={title} />
      {teams.length === 0 && standing.length === 0 ? (
        <Notice kind="warning">
          <Trans
            t={t}
            i18nKey="form.noTeams"
            components={{ a: <Link to="/teams/new" className="underline underline-offset-4" /> }}
          />
        </Notice>
      ) : (
        <Form
          method="post"
          {...getFormProps(form)}
          ref={ref}
          onInput={look}
          className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]"
        >
          <div className="min-w-0 space-y-6">
            {usedBefore === null ? null : (
              <Notice kind="error">
                <Trans
                  t={t}
                  i18nKey="form.usedBefore"
                  components={{
                    a: <Link to={`/schedules/${usedBefore}`} className="underline underline-offset-4" />,
                  }}
                />
              </Notice>
            )}
            <FormError errors={form.errors} />
            {props.idempotencyKey === null ? null : (
              <input type="hidden" name="idempotencyKey" value={props.idempotencyKey} />
            )}
            {props.revision === null ? null : (
              <input type="hidden" name="revision" value={String(props.revision)} />
            )}
            <Card>
              <CardHeader title={t('form.what')} />
              <CardBody className="space-y-4">
                <Field label={t('form.name')} errors={fields.name.errors}>
                  {(control) => (
                    <Input
                      name="name"
                      defaultValue={fields.name.initialValue}
                      autoComplete="off"
                      maxLength={SCHEDULE_NAME_MAX_CHARACTERS}
                      {...control}
                    />
                  )}
                </Field>
                <TargetFields
                  fields={fields}
                  initialTarget={initialTarget}
                  target={target}
                  onChoose={setChosen}
                  teams={teams}
                  standing={standing}
                  pinned={pinned}
                />
                {taskKept ? (
                  <>
                    <input type="hidden" name="keepTask" value="on" />
                    <p className="text-sm text-ink-muted">{t('form.taskKept')}</p>
                  </>
                ) : (
                  <Field label={t('form.task')} errors={fields.task.errors}>
                    {(control) => (
                      <Textarea name="task" defaultValue={fields.task.initialValue} rows={5} {...control} />
                    )}
                  </Field>
                )}
              </CardBody>
            </Card>
            <TimingFields
              values={values}
              fields={fields}
              timeZones={timeZones}
              isNew={props.revision === null}
            />
            <Card>
              <CardBody className="space-y-4">
                <Field label={t('form.overlap')} errors={fields.overlap.errors}>
                  {(control) => (
                    <Select
                      key={String(isWaking)}
                      name="overlap"
                      defaultValue={fields.overlap.initialValue}
                      {...control}
                    >
                      {(isWaking ? wakingOverlaps : overlapPolicies).map((policy) => (
                        <option key={policy} value={policy}>
                          {overlapWords(policy)}
                        </option>
                      ))}
                    </Select>
                  )}
                </Field>
                {isWaking ? null : (
                  <Field label={t('form.carryOver')} errors={fields.carryOver.errors}>
                    {(control) => (
                      <Select name="carryOver" defaultValue={fields.carryOver.initialValue} {...control}>
                        {carryOverKinds.map((kind) => (
                          <option key={kind} value={kind}>
                            {t(`form.carryOvers.${kind}`)}
                          </option>
                        ))}
                      </Select>
                    )}
                  </Field>
                )}
                <MoreFields values={values} fields={fields} isRefused={lastResult?.error != null} />
                {props.revision === null ? (
                  <label className="flex items-center gap-2 text-sm">
                    <input type="checkbox" name="isPaused" className="size-4 accent-brand" />
                    {t('form.isPaused')}
                  </label>
                ) : null}
              </CardBody>
            </Card>
          </div>
          <div className="h-full min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1">
            <PreviewCard preview={preview} />
          </div>
          <div>
            <Button type="submit" variant="primary" size="lg" name="intent" value="save" pending={saving}>
              {submit}
            </Button>
          </div>
        </Form>
      )}
    </Page>
  );
}
