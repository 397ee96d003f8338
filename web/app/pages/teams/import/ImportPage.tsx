import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { ImportAnswer } from '../../../data/teams/import/importReport.ts';
import { Button } from '../../../views/ui/Button.tsx';
import { Card, CardBody, CardHeader } from '../../../views/ui/Card.tsx';
import { Field } from '../../../views/ui/Field.tsx';
import { Page } from '../../../views/ui/Page.tsx';
import { PageHeader } from '../../../views/ui/PageHeader.tsx';
import { Textarea } from '../../../views/ui/Textarea.tsx';
import { ImportReportView } from './ImportReportView.tsx';

export type ImportPageProps = { submissionId: string; answer: ImportAnswer | undefined };

/**
 * Imports teams from a file: first shows its content and what can't be imported, then, once confirmed, creates the
 * teams.
 */
export function ImportPage({ submissionId, answer }: ImportPageProps) {
  const { t } = useTranslation('teams');
  const checking = useNavigation().formData?.get('intent') === 'check';
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: t('title'), to: '/teams' }]}
        title={t('import.title')}
        description={t('import.description')}
      />
      <div className="space-y-5">
        {answer === undefined ? null : (
          <ImportReportView key={JSON.stringify(answer.report)} answer={answer} submissionId={submissionId} />
        )}
        <Card>
          <CardHeader title={t(answer === undefined ? 'import.file' : 'import.anotherFile')} />
          <CardBody>
            <Form method="post" encType="multipart/form-data" className="space-y-4">
              <Field label={t('import.choose')}>
                {(control) => (
                  <input
                    {...control}
                    type="file"
                    name="file"
                    accept=".json,application/json"
                    className="block w-full text-sm file:mr-3 file:h-10 file:cursor-pointer file:rounded-lg file:border file:border-line file:bg-surface file:px-4 file:text-sm file:font-medium file:text-ink"
                  />
                )}
              </Field>
              <Field label={t('import.paste')}>
                {(control) => (
                  <Textarea
                    {...control}
                    name="text"
                    rows={8}
                    spellCheck={false}
                    className="font-mono text-[0.8125rem]"
                  />
                )}
              </Field>
              <Button
                type="submit"
                name="intent"
                value="check"
                variant={answer === undefined ? 'primary' : 'secondary'}
                pending={checking}
              >
                {t('import.check')}
              </Button>
            </Form>
          </CardBody>
        </Card>
      </div>
    </Page>
  );
}
