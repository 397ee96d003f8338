import { FastForward, Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { deriveSubmissionId } from '../../data/submissions/deriveSubmissionId.ts';
import { Button } from '../../views/ui/Button.tsx';
import { Card, CardBody, CardHeader } from '../../views/ui/Card.tsx';
import { Field } from '../../views/ui/Field.tsx';
import { Textarea } from '../../views/ui/Textarea.tsx';
import { CommandNotice } from '../commands/CommandNotice.tsx';
import { useCommand } from '../commands/useCommand.ts';
import type { ContinueOptions } from './continueOptions.ts';

export type ContinueFormProps = {
  conversationId: string;
  formSeed: string;
  /** The run that has ended. */
  run: number;
  ways: ContinueOptions | null;
};

/** Continues a conversation that has ended: with another task, or from where it was cut off. */
export function ContinueForm({ conversationId, formSeed, run, ways }: ContinueFormProps) {
  const { t } = useTranslation('conversation');
  const { Form, pending, result } = useCommand('continue');
  if (ways === null) return null;
  const { handBackTo, withoutTask } = ways;
  const action = `/conversations/${conversationId}`;
  const submissionId = (how: string) => deriveSubmissionId(formSeed, `continue:${String(run)}:${how}`);
  return (
    <Card className="mt-6 sm:ml-12">
      <CardHeader
        title={
          handBackTo === null
            ? t('continue.title')
            : t('continue.answerTitle', { participant: handBackTo.participant })
        }
        description={handBackTo === null ? t('continue.hint') : t('continue.answerHint', handBackTo)}
      />
      <CardBody>
        <Form method="post" action={action} preventScrollReset>
          <input type="hidden" name="intent" value="continue" />
          <input type="hidden" name="how" value="task" />
          <input
            type="hidden"
            name="submissionId"
            value={result?.submitted?.submissionId || submissionId('task')}
          />
          {handBackTo === null ? null : (
            <input type="hidden" name="handoffTo" value={handBackTo.participant} />
          )}
          <Field
            label={handBackTo === null ? t('continue.task') : t('continue.answer')}
            errors={result?.ok === false ? result.errors : []}
            className="mb-3"
          >
            {(control) => (
              <Textarea name="text" rows={3} defaultValue={result?.submitted?.text ?? ''} {...control} />
            )}
          </Field>
          <Button type="submit" variant="primary" pending={pending}>
            {pending ? null : <Play aria-hidden />}
            {t('continue.submit')}
          </Button>
        </Form>
        {withoutTask ? (
          <Form method="post" action={action} preventScrollReset className="mt-3">
            <input type="hidden" name="intent" value="continue" />
            <input type="hidden" name="how" value="without_task" />
            <input type="hidden" name="submissionId" value={submissionId('without_task')} />
            <Button type="submit" pending={pending}>
              {pending ? null : <FastForward aria-hidden />}
              {t('continue.withoutTask')}
            </Button>
          </Form>
        ) : null}
        <CommandNotice result={result} />
      </CardBody>
    </Card>
  );
}
