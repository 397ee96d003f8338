import { useTranslation } from 'react-i18next';
import type { TaskState } from '../../../../workflows/domain/recordStates.ts';
import type { TaskKind } from '../../../../workflows/domain/task.ts';
import { Badge } from './Badge.tsx';
import type { Tone } from './tones.ts';

const STATES: Record<TaskState, Tone> = {
  open: 'amber',
  answered: 'green',
  expired: 'orange',
  withdrawn: 'neutral',
};

const KINDS: Record<TaskKind, Tone> = {
  review_message: 'violet',
  give_input: 'blue',
  approve_tool_call: 'amber',
  resolve_error: 'orange',
};

/** Whether a human task still waits for somebody. */
export function TaskStateBadge({ state }: { state: TaskState }) {
  const { t } = useTranslation('states');
  return <Badge tone={STATES[state]}>{t(`task.${state}`)}</Badge>;
}

/** What a human task asks of a person. */
export function TaskKindBadge({ kind }: { kind: TaskKind }) {
  const { t } = useTranslation('states');
  return <Badge tone={KINDS[kind]}>{t(`taskKind.${kind}`)}</Badge>;
}
