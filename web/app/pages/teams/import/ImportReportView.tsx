import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { ImportAnswer } from '../../../data/teams/import/importReport.ts';
import { Button } from '../../../views/ui/Button.tsx';
import { Card, CardBody, CardHeader } from '../../../views/ui/Card.tsx';
import { FormError } from '../../../views/ui/FormError.tsx';
import { Notice } from '../../../views/ui/Notice.tsx';
import { FoundTeam } from './FoundTeam.tsx';
import { NoteList } from './NoteList.tsx';

export type ImportReportViewProps = { answer: ImportAnswer; submissionId: string };

/** The content of a file: its errors, what can't be imported, and the teams to choose from. */
export function ImportReportView({ answer, submissionId }: ImportReportViewProps) {
  const { t } = useTranslation('teams');
  const importing = useNavigation().formData?.get('intent') === 'import';
  const { teams, notes, problems } = answer.report;
  return (
    <div className="space-y-5">
      {problems.length === 0 ? null : (
        <Notice kind="error" title={t(teams.length === 0 ? 'import.impossible' : 'import.partlyImpossible')}>
          <div className="mt-1.5">
            <NoteList notes={problems} />
          </div>
        </Notice>
      )}
      {teams.length === 0 ? null : (
        <Card>
          <CardHeader
            title={t('import.found', { count: teams.length })}
            description={t('import.foundHint')}
          />
          <CardBody>
            <Form method="post" className="space-y-5">
              <input type="hidden" name="report" value={JSON.stringify(answer.report)} />
              <input type="hidden" name="submissionId" value={submissionId} />
              <FormError errors={answer.formError === null ? undefined : [answer.formError]} />
              {notes.length === 0 ? null : (
                <div className="space-y-2">
                  <h3 className="text-sm font-medium">{t('import.aboutFile')}</h3>
                  <NoteList notes={notes} />
                </div>
              )}
              <ul className="divide-y divide-line border-y border-line">
                {teams.map((team, index) => {
                  const chosen = answer.chosen?.find((each) => each.index === index);
                  return (
                    <li key={index} className="py-4">
                      <FoundTeam
                        index={index}
                        team={{ ...team, name: chosen?.name ?? team.name }}
                        isChosen={answer.chosen === null || chosen !== undefined}
                        isAlone={teams.length === 1}
                        nameError={answer.nameErrors[index]}
                      />
                    </li>
                  );
                })}
              </ul>
              <Button type="submit" name="intent" value="import" variant="primary" pending={importing}>
                {t('import.submit')}
              </Button>
            </Form>
          </CardBody>
        </Card>
      )}
    </div>
  );
}
