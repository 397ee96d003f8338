import { Badge } from './Badge.tsx';
import type { Tone } from './tones.ts';

const STATES = {
  open: { label: 'Open', tone: 'amber' },
  answered: { label: 'Answered', tone: 'green' },
  expired: { label: 'Expired', tone: 'orange' },
  withdrawn: { label: 'Withdrawn', tone: 'neutral' },
} as const satisfies Record<string, { label: string; tone: Tone }>;

const KINDS = {
  review_message: { label: 'Review a draft', tone: 'violet' },
  give_input: { label: 'Give an answer', tone: 'blue' },
  approve_tool_call: { label: 'Allow a tool call', tone: 'amber' },
  resolve_error: { label: 'Resolve an error', tone: 'orange' },
} as const satisfies Record<string, { label: string; tone: Tone }>;

type Look = { label: string; tone: Tone };

function lookOf(looks: Record<string, Look>, key: string): Look {
  return looks[key] ?? { label: key, tone: 'neutral' };
}

/** Whether a human task still waits for somebody. */
export function TaskStateBadge({ state }: { state: string }) {
  const { label, tone } = lookOf(STATES, state);
  return <Badge tone={tone}>{label}</Badge>;
}

/** What a human task asks of a person. */
export function TaskKindBadge({ kind }: { kind: string }) {
  const { label, tone } = lookOf(KINDS, kind);
  return <Badge tone={tone}>{label}</Badge>;
}
