import { useTranslation } from 'react-i18next';
import { Badge } from './Badge.tsx';
import type { Tone } from './tones.ts';

const TONES = {
  open: 'blue',
  completed: 'green',
  failed: 'red',
  cancelled: 'neutral',
  unknown: 'orange',
} as const satisfies Record<string, Tone>;

function isKnown(state: string): state is keyof typeof TONES {
  return Object.hasOwn(TONES, state);
}

/** What came of a request to a model. A state that this version does not know is shown as it is. */
export function CallStateBadge({ state }: { state: string }) {
  const { t } = useTranslation('states');
  if (!isKnown(state)) return <Badge tone="neutral">{state}</Badge>;
  return <Badge tone={TONES[state]}>{t(`call.${state}`)}</Badge>;
}
