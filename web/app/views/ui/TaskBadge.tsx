import { useTranslation } from 'react-i18next';
import type { TaskState } from '../../../../workflows/domain/recordStates.ts';
import { Badge } from './Badge.tsx';
import type { Tone } from './tones.ts';

const STATES: Record<TaskState, Tone> = {
  open: 'amber',
  answered: 'green',
  expired: 'orange',
  withdrawn: 'neutral',
};

/** Whether a human task still waits for somebody. */
export function TaskStateBadge({ state }: { state: TaskState }) {
  const { t } = useTranslation('states');
  return <Badge tone={STATES[state]}>{t(`task.${state}`)}</Badge>;
}
