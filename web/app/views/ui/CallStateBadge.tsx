import { Badge } from './Badge.tsx';
import type { Tone } from './tones.ts';

const LOOKS: Record<string, { label: string; tone: Tone }> = {
  open: { label: 'Under way', tone: 'blue' },
  completed: { label: 'Completed', tone: 'green' },
  failed: { label: 'Failed', tone: 'red' },
  cancelled: { label: 'Cancelled', tone: 'neutral' },
  unknown: { label: 'Outcome unknown', tone: 'orange' },
};

/** What came of a request to a model. */
export function CallStateBadge({ state }: { state: string }) {
  const { label, tone } = LOOKS[state] ?? { label: state, tone: 'neutral' };
  return <Badge tone={tone}>{label}</Badge>;
}
