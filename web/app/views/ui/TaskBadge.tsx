import { useTranslation } from 'react-i18next';
import { Badge } from './Badge.tsx';
import type { Tone } from './tones.ts';

const STATES = {
  open: 'amber',
  answered: 'green',
  expired: 'orange',
  withdrawn: 'neutral',
} as const satisfies Record<string, Tone>;

const KINDS = {
  review_message: 'violet',
  give_input: 'blue',
  approve_tool_call: 'amber',
  resolve_error: 'orange',
} as const satisfies Record<string, Tone>;

function isIn<Looks extends object>(looks: Looks, name: string): name is keyof Looks & string {
  return Object.hasOwn(looks, name);
}

/** Whether a human task still waits for somebody. */
export function TaskStateBadge({ state }: { state: string }) {
  const { t } = useTranslation('states');
  if (!isIn(STATES, state)) return <Badge tone="neutral">{state}</Badge>;
  return <Badge tone={STATES[state]}>{t(`task.${state}`)}</Badge>;
}

/** What a human task asks of a person. */
export function TaskKindBadge({ kind }: { kind: string }) {
  const { t } = useTranslation('states');
  if (!isIn(KINDS, kind)) return <Badge tone="neutral">{kind}</Badge>;
  return <Badge tone={KINDS[kind]}>{t(`taskKind.${kind}`)}</Badge>;
}
