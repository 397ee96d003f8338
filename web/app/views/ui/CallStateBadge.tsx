import { useTranslation } from 'react-i18next';
import type { ModelCallState } from '../../../../workflows/domain/recordStates.ts';
import { Badge } from './Badge.tsx';
import type { Tone } from './tones.ts';

const TONES: Record<ModelCallState, Tone> = {
  open: 'blue',
  completed: 'green',
  failed: 'red',
  cancelled: 'neutral',
  unknown: 'orange',
};

/** The outcome of a request to a model. */
export function CallStateBadge({ state }: { state: ModelCallState }) {
  const { t } = useTranslation('states');
  return <Badge tone={TONES[state]}>{t(`call.${state}`)}</Badge>;
}
