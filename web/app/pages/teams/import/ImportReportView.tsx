import { Form, useNavigation } from '@remix-run/react';
import { Button } from '../../../views/ui/Button.tsx';
import { Card, CardBody, CardHeader } from '../../../views/ui/Card.tsx';
import { FormError } from '../../../views/ui/FormError.tsx';
import { Notice } from '../../../views/ui/Notice.tsx';
import { countOf } from '../../../views/format/count.ts';
import { FoundTeam } from './FoundTeam.tsx';
import type { ImportAnswer } from '../../../data/teams/import/importReport.ts';
import { NoteList } from './NoteList.tsx';

export type ImportReportViewProps = { answer: ImportAnswer; submissionId: string };

/** What a file holds: what is wrong with it, what can't be carried over, and the teams to choose from. */
export function ImportReportView({ answer, submissionId }: ImportReportViewProps) {
  const importing = useNavigation().formData?.get('intent') === 'import';
  const { teams, notes, problems } = answer.report;
  return (
    <div className="space-y-5">
      {problems.length === 0 ? null : (
        <Notice
          kind="error"
          title={teams.length === 0 ? 'This can’t be imported' : 'A part of it can’t be imported'}
        >
          <div className="mt-1.5">
            <NoteList notes={problems} />
          </div>
        </Notice>
      )}
      {teams.length === 0 ? null : (
        <Card>
          <CardHeader
            title={`${countOf(teams.length, 'team')} found`}
            description="Choose what to import and what to call it."
          />
          <CardBody>
            <Form method="post" className="space-y-5">
              <input type="hidden" name="report" value={JSON.stringify(answer.report)} />
              <input type="hidden" name="submissionId" value={submissionId} />
              <FormError errors={answer.formError === null ? undefined : [answer.formError]} />
              {notes.length === 0 ? null : (
                <div className="space-y-2">
                  <h3 className="text-sm font-medium">About the file</h3>
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
                Import
              </Button>
            </Form>
          </CardBody>
        </Card>
      )}
    </div>
  );
}
