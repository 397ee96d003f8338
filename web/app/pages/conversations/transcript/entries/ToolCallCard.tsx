import type { TFunction } from 'i18next';
import { Wrench } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ToolCallView } from '../../../../data/calls/toolCallView.ts';
import type { TaskView } from '../../../../data/tasks/taskView.ts';
import { MachineText } from '../../../../views/text/MachineText.tsx';
import { shownText } from '../../../../views/text/shownText.ts';
import type { ToolCallNode } from '../transcriptNode.ts';
import { ToolCallState } from './ToolCallState.tsx';

/** One tool call of a message: the proposal, a person's changes, the execution and the result. */
export function ToolCallCard({ node: { call, task } }: { node: ToolCallNode }) {
  const { t } = useTranslation('transcript');
  return (
    <section
      aria-label={t('callOf', { tool: call.tool })}
      data-tool-call={call.state}
      className="rounded-xl border border-line bg-canvas px-3.5 py-3"
    >
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <Wrench aria-hidden className="size-3.5 shrink-0 text-ink-muted" />
        <h4 className="font-mono text-[0.8125rem] font-semibold wrap-anywhere">{call.tool}</h4>
        <ToolCallState call={call} waits={task?.state === 'open'} />
      </div>
      <div className="mt-2.5 space-y-2.5">
        {argumentsOf(call, task, t).map(({ label, text, path }) => (
          <MachineText key={label} label={label} text={text} shown={shownText('tool-call', call, path)} />
        ))}
        {call.result === null ? null : (
          <MachineText
            label={call.isError ? t('toolCall.error') : t('toolCall.result')}
            text={call.result}
            shown={shownText('tool-call', call, 'result')}
            tone={call.isError ? 'error' : 'plain'}
          />
        )}
      </div>
    </section>
  );
}

/** Proposed, approved and effective arguments; each only if it differs from the previous one. */
function argumentsOf(
  call: ToolCallView,
  task: TaskView | null,
  t: TFunction<'transcript'>,
): { label: string; text: string; path: string }[] {
  const { proposedArguments, approvedArguments, effectiveArguments, agent } = call;
  const isEdited = approvedArguments !== null;
  const given = effectiveArguments !== null;
  const editor = task?.decision === 'edit' ? task.answeredBy : null;
  return [
    {
      label: isEdited || given ? t('toolCall.proposedBy', { name: agent }) : t('toolCall.arguments'),
      text: proposedArguments,
      path: 'proposedArguments',
    },
    ...(isEdited
      ? [
          {
            label:
              editor === null ? t('toolCall.approvedBySomeone') : t('toolCall.approvedBy', { name: editor }),
            text: approvedArguments,
            path: 'approvedArguments',
          },
        ]
      : []),
    ...(given ? [{ label: t('toolCall.given'), text: effectiveArguments, path: 'effectiveArguments' }] : []),
  ];
}
