import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react';
import { Form, Link, useNavigation } from '@remix-run/react';
import { CircleAlert, Play, UsersRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TeamConfig } from '../../../../../workflows/domain/team.ts';
import { IMAGE_TYPES, startConversationSchema } from '../../../data/conversations/forms.ts';
import { parseForm } from '../../../data/requests/parseForm.ts';
import { useFaultWords } from '../../../languages/faultWords.ts';
import { Button } from '../../../views/ui/Button.tsx';
import { Card } from '../../../views/ui/Card.tsx';
import { classNames } from '../../../views/ui/classNames.ts';
import { CONTROL_CLASSES } from '../../../views/ui/control.ts';
import { EmptyState } from '../../../views/ui/EmptyState.tsx';
import { Field } from '../../../views/ui/Field.tsx';
import { Notice } from '../../../views/ui/Notice.tsx';
import { Page } from '../../../views/ui/Page.tsx';
import { PageHeader } from '../../../views/ui/PageHeader.tsx';
import { Select } from '../../../views/ui/Select.tsx';
import { Textarea } from '../../../views/ui/Textarea.tsx';
import { TeamChoices } from './TeamChoices.tsx';

export type NewConversationPageProps = {
  teams: readonly { id: string; name: string; version: number; description: string; config: TeamConfig }[];
  /** The standing conversations that its end can wake. */
  standing: readonly { id: string; title: string }[];
  /** The team that a link has preselected. */
  chosen: string | null;
  idempotencyKey: string;
  lastResult: SubmissionResult<string[]> | undefined;
  /** This form has already started a conversation with another team or task; the next key starts a new one. */
  usedBefore: { conversationId: string; nextKey: string } | null;
};

/** Choose a team, write the task, start. */
export function NewConversationPage({
  teams,
  standing,
  chosen,
  idempotencyKey,
  lastResult,
  usedBefore,
}: NewConversationPageProps) {
  const { t } = useTranslation('newConversation');
  const { t: ofStanding } = useTranslation('standing');
  const words = useFaultWords();
  const starting = useNavigation().formAction === '/conversations/new';
  const first = teams.find(({ id }) => id === chosen) ?? (teams.length === 1 ? teams[0] : undefined);
  const [form, fields] = useForm({
    lastResult,
    defaultValue: { teamId: first?.id ?? '', task: '', idempotencyKey },
    onValidate: ({ formData }) => parseForm(formData, startConversationSchema),
    shouldRevalidate: 'onInput',
  });
  const errorsOfForm = [...(form.errors ?? []), ...(fields.idempotencyKey.errors ?? [])];
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: t('conversations'), to: '/conversations' }]}
        title={t('title')}
        description={t('description')}
      />
      {teams.length === 0 ? (
        <Card>
          <EmptyState
            icon={UsersRound}
            title={t('noTeams.title')}
            description={t('noTeams.description')}
            actions={
              <Button asChild>
                <Link to="/teams">{t('noTeams.action')}</Link>
              </Button>
            }
          />
        </Card>
      ) : (
        <Form method="post" encType="multipart/form-data" {...getFormProps(form)} className="space-y-7">
          {usedBefore === null ? null : (
            <Notice
              kind="error"
              title={t('usedBefore.title')}
              actions={
                <Button asChild size="sm">
                  <Link to={`/conversations/${usedBefore.conversationId}`}>{t('usedBefore.action')}</Link>
                </Button>
              }
            >
              {t('usedBefore.description')}
            </Notice>
          )}
          <input
            type="hidden"
            name={fields.idempotencyKey.name}
            value={usedBefore?.nextKey ?? fields.idempotencyKey.initialValue}
          />
          <fieldset className="min-w-0" aria-describedby={fields.teamId.errors ? 'team-errors' : undefined}>
            <legend className="mb-2.5 text-sm font-medium">{t('team')}</legend>
            <TeamChoices teams={teams} name={fields.teamId.name} chosen={fields.teamId.initialValue} />
            {fields.teamId.errors ? (
              <p
                id="team-errors"
                role="alert"
                className="mt-2 flex items-start gap-1.5 text-[0.8125rem] text-red-ink"
              >
                <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
                {fields.teamId.errors.map(words).join(' ')}
              </p>
            ) : null}
          </fieldset>
          <Field
            label={t('task')}
            hint={t('taskHint')}
            errors={[...(fields.task.errors ?? []), ...errorsOfForm]}
          >
            {(control) => (
              <Textarea
                name={fields.task.name}
                defaultValue={fields.task.initialValue}
                rows={7}
                className="min-h-44"
                {...control}
              />
            )}
          </Field>
          <Field label={t('image')} hint={t('imageHint')} errors={fields.image.errors}>
            {(control) => (
              <input
                type="file"
                name={fields.image.name}
                accept={IMAGE_TYPES.join(',')}
                className={classNames(
                  CONTROL_CLASSES,
                  'block h-11 py-1.5 text-sm file:mr-3 file:h-8 file:rounded-md file:border-0 file:bg-neutral-soft file:px-3 file:font-medium file:text-neutral-ink',
                )}
                {...control}
              />
            )}
          </Field>
          <div>
            <label className="flex min-h-6 w-fit items-center gap-2 text-sm font-medium">
              <input
                type="checkbox"
                name={fields.standing.name}
                defaultChecked={fields.standing.initialValue === 'on'}
                aria-describedby="standing-hint"
                className="size-4 accent-brand"
              />
              {ofStanding('start')}
            </label>
            <p id="standing-hint" className="mt-1 text-[0.8125rem] text-ink-muted">
              {ofStanding('startHint')}
            </p>
          </div>
          {standing.length === 0 ? null : (
            <Field label={ofStanding('wakes')} hint={ofStanding('wakesHint')} errors={fields.wakes.errors}>
              {(control) => (
                <Select name={fields.wakes.name} defaultValue={fields.wakes.initialValue} {...control}>
                  <option value="">{ofStanding('wakesNone')}</option>
                  {standing.map(({ id, title }) => (
                    <option key={id} value={id}>
                      {title}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          )}
          <Button type="submit" variant="primary" size="lg" pending={starting}>
            {starting ? null : <Play aria-hidden />}
            {t('submit')}
          </Button>
        </Form>
      )}
    </Page>
  );
}
