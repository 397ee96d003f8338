import type { ToolCallState as State } from '../../../../../../workflows/domain/recordStates.ts';
import { Badge } from '../../../../views/ui/Badge.tsx';
import { Spinner } from '../../../../views/ui/Spinner.tsx';
import type { Tone } from '../../../../views/ui/tones.ts';
import { formatDuration } from '../../../../views/format/duration.ts';
import { useNow } from '../../../../views/hooks/useNow.ts';
import type { ToolCallView } from '../../../../data/conversations/view.ts';

const LOOKS: Record<State, { label: string; tone: Tone }> = {
  proposed: { label: 'Proposed', tone: 'neutral' },
  running: { label: 'Running', tone: 'blue' },
  completed: { label: 'Completed', tone: 'green' },
  failed: { label: 'Failed', tone: 'red' },
  rejected: { label: 'Rejected', tone: 'orange' },
  unknown: { label: 'Outcome unknown', tone: 'orange' },
};

/** How far a tool call is, and how long it has taken. */
export function ToolCallState({ call, waits }: { call: ToolCallView; waits: boolean }) {
  const isRunning = call.state === 'running';
  const { label, tone } =
    waits && call.state === 'proposed'
      ? ({ label: 'Waits for approval', tone: 'amber' } as const)
      : LOOKS[call.state];
  return (
    <>
      <Badge tone={tone}>
        {isRunning ? <Spinner className="size-3" /> : null}
        {label}
      </Badge>
      {isRunning && call.startedAt !== null ? <Elapsed since={call.startedAt} /> : null}
      {call.startedAt !== null && call.endedAt !== null ? (
        <span className="tabular text-xs text-ink-muted">
          {formatDuration(Date.parse(call.endedAt) - Date.parse(call.startedAt))}
        </span>
      ) : null}
      {call.attempts > 1 ? <span className="text-xs text-ink-muted">{call.attempts} attempts</span> : null}
    </>
  );
}

function Elapsed({ since }: { since: string }) {
  const startedMs = Date.parse(since);
  const now = useNow(startedMs, 1_000);
  const seconds = Math.floor((now - startedMs) / 1_000);
  // The clock of the browser may be behind the database's.
  return seconds < 1 ? null : (
    <span className="tabular text-xs text-ink-muted">{formatDuration(seconds * 1_000)}</span>
  );
}
