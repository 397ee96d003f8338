import { type ReactNode, useState } from 'react';
import { deriveSubmissionId } from '../../data/submissions/deriveSubmissionId.ts';
import type { TaskDraft, TaskView } from '../../data/tasks/taskView.ts';
import type { ShownText } from '../../views/text/shownText.ts';
import { Button, type ButtonProps } from '../../views/ui/Button.tsx';
import { Field } from '../../views/ui/Field.tsx';
import { Textarea } from '../../views/ui/Textarea.tsx';
import type { CommandResult } from '../commands/commandResult.ts';
import type { useCommand } from '../commands/useCommand.ts';
import { FetchToEdit } from './FetchToEdit.tsx';

/** The props of every task kind's forms. */
export interface TaskFormsProps {
  command: ReturnType<typeof useCommand>;
  conversationId: string;
  task: TaskView;
  /** The text under review. */
  draft: TaskDraft | null;
  /** A random id of the page (see deriveSubmissionId). */
  formSeed: string;
}

export type AnswerFormProps = {
  command: ReturnType<typeof useCommand>;
  conversationId: string;
  taskId: string;
  formSeed: string;
  decision: string;
  /** The text that goes with the decision; undefined if it needs none. */
  text?: {
    label: string;
    hint?: string;
    initial: string;
    rows: number;
    isCode?: boolean;
    /** The place of the edited text: if it was cut, it has to be fetched first. */
    whole?: ShownText | null;
  };
  button: Pick<ButtonProps, 'variant' | 'size'> & { icon?: ReactNode; label: string };
};

/** The form for one decision on a task. It is a separate form, so that it works without JavaScript. */
export function AnswerForm({
  command,
  conversationId,
  taskId,
  formSeed,
  decision,
  text,
  button,
}: AnswerFormProps) {
  const { Form, pending, result } = command;
  const [fetched, setFetched] = useState<string | null>(null);
  const mine = isFor(result, decision) ? result : undefined;
  const submissionId = mine?.submitted?.submissionId ?? deriveSubmissionId(formSeed, `${taskId}:${decision}`);
  const cut = text?.whole?.wholeBytes == null || fetched !== null ? null : text.whole;
  if (cut !== null && mine?.submitted?.text === undefined) {
    return <FetchToEdit shown={cut} onFetched={setFetched} />;
  }
  return (
    <Form method="post" action={`/conversations/${conversationId}`} preventScrollReset className="min-w-0">
      <input type="hidden" name="intent" value="answer" />
      <input type="hidden" name="taskId" value={taskId} />
      <input type="hidden" name="submissionId" value={submissionId} />
      <input type="hidden" name="decision" value={decision} />
      {text === undefined ? null : (
        <Field label={text.label} hint={text.hint} errors={mine?.errors} className="mb-3">
          {(control) => (
            <Textarea
              name="text"
              rows={text.rows}
              className={text.isCode ? 'font-mono text-[0.8125rem]' : undefined}
              spellCheck={text.isCode ? false : undefined}
              defaultValue={mine?.submitted?.text ?? fetched ?? text.initial}
              {...control}
            />
          )}
        </Field>
      )}
      <Button type="submit" variant={button.variant} size={button.size} pending={pending}>
        {pending ? null : button.icon}
        {button.label}
      </Button>
    </Form>
  );
}

function isFor(result: CommandResult | undefined, decision: string): result is CommandResult {
  return result !== undefined && !result.ok && result.submitted?.decision === decision;
}
