import { getFormProps, getTextareaProps, type SubmissionResult, useForm } from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { memoryEntryKinds } from '../../../../../workflows/domain/memory/entry.ts';
import { memoryFormSchema } from '../../../data/memory/memoryForm.ts';
import type { MemoryChangeView, MemoryEntryView } from '../../../data/memory/view.ts';
import { parseForm } from '../../../data/requests/parseForm.ts';
import { Button } from '../../../views/ui/Button.tsx';
import { Card, CardBody, CardHeader } from '../../../views/ui/Card.tsx';
import { ConfirmedDelete } from '../../../views/ui/ConfirmedDelete.tsx';
import { Field } from '../../../views/ui/Field.tsx';
import { Notice } from '../../../views/ui/Notice.tsx';
import { Page } from '../../../views/ui/Page.tsx';
import { PageHeader } from '../../../views/ui/PageHeader.tsx';
import { RelativeTime } from '../../../views/ui/RelativeTime.tsx';
import { Select } from '../../../views/ui/Select.tsx';
import { Textarea } from '../../../views/ui/Textarea.tsx';
import { EntryBadges } from './EntryBadges.tsx';
import { SourceNote } from './SourceNote.tsx';

export type MemoryEntryPageProps = {
  team: { id: string; name: string };
  entry: MemoryEntryView;
  /** Newest first. */
  changes: MemoryChangeView[];
  isSaved: boolean;
  lastResult: SubmissionResult | undefined;
};

/** One entry of what a team remembers: to correct and to delete, with its history. */
export function MemoryEntryPage({ team, entry, changes, isSaved, lastResult }: MemoryEntryPageProps) {
  const { t } = useTranslation(['memories', 'teams']);
  const isCurrent = entry.state === 'current';
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: t('teams:title'), to: '/teams' },
          { label: team.name, to: `/teams/${team.id}` },
          { label: t('page.title'), to: `/teams/${team.id}/memory` },
        ]}
        title={t('entry.title')}
        badges={<EntryBadges entry={entry} />}
        actions={
          isCurrent ? (
            <ConfirmedDelete
              open={t('actions.delete')}
              title={t('entry.delete.title')}
              description={t('entry.delete.description')}
              keep={t('entry.delete.keep')}
              submit={t('entry.delete.submit')}
            />
          ) : null
        }
      />
      <div className="space-y-6">
        {isSaved ? <Notice kind="success">{t('entry.saved')}</Notice> : null}
        {isCurrent ? (
          <EditForm key={entry.revision} entry={entry} lastResult={lastResult} />
        ) : (
          <p className="wrap-anywhere">{entry.text}</p>
        )}
        <Card>
          <CardHeader title={t('entry.history')} />
          <CardBody>
            <ol className="space-y-4">
              {changes.map((change) => (
                <li key={change.revision} className="space-y-1">
                  <p className="text-[0.8125rem] text-ink-muted">
                    {change.author === null
                      ? t(`changes.${change.action}`)
                      : t('entry.by', { change: t(`changes.${change.action}`), author: change.author })}{' '}
                    · <RelativeTime at={change.at} />
                  </p>
                  <p className="wrap-anywhere">{change.text}</p>
                  {change.source === null ? null : <SourceNote source={change.source} />}
                </li>
              ))}
            </ol>
          </CardBody>
        </Card>
      </div>
    </Page>
  );
}

function EditForm({ entry, lastResult }: Pick<MemoryEntryPageProps, 'entry' | 'lastResult'>) {
  const { t } = useTranslation('memories');
  const navigation = useNavigation();
  const [form, fields] = useForm({
    id: 'memory-entry',
    lastResult,
    defaultValue: { text: entry.text, kind: entry.kind, basedOn: String(entry.revision) },
    onValidate: ({ formData }) => parseForm(formData, memoryFormSchema),
    shouldRevalidate: 'onInput',
  });
  return (
    <Card>
      <CardBody>
        <Form method="post" {...getFormProps(form)} className="space-y-4">
          <input type="hidden" name={fields.basedOn.name} value={entry.revision} />
          <Field label={t('entry.text')} hint={t('entry.textHint')} errors={fields.text.errors}>
            {(control) => <Textarea {...getTextareaProps(fields.text)} {...control} rows={3} />}
          </Field>
          <Field label={t('entry.kind')} errors={fields.kind.errors}>
            {(control) => (
              <Select name={fields.kind.name} defaultValue={entry.kind} {...control}>
                {memoryEntryKinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`kinds.${kind}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <SourceNote source={entry.source} />
          <Button type="submit" variant="primary" pending={navigation.state === 'submitting'}>
            {t('entry.save')}
          </Button>
        </Form>
      </CardBody>
    </Card>
  );
}
