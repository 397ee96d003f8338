import { useTranslation } from 'react-i18next';
import type { ToolCallState as State } from '../../../../../../workflows/domain/recordStates.ts';
import type { ToolCallView } from '../../../../data/calls/toolCallView.ts';
import { useFormat } from '../../../../views/format/useFormat.ts';
import { useNow } from '../../../../views/hooks/useNow.ts';
import { Badge } from '../../../../views/ui/Badge.tsx';
import { Spinner } from '../../../../views/ui/Spinner.tsx';
import type { Tone } from '../../../../views/ui/tones.ts';

const TONES: Record<State, Tone> = {
  proposed: 'neutral',
  running: 'blue',
  completed: 'green',
  failed: 'red',
  rejected: 'orange',
  unknown: 'orange',
};

/** A tool call's progress and duration. */
export function ToolCallState({ call, waits }: { call: ToolCallView; waits: boolean }) {
  const isRunning = call.state === 'running';
  const { t } = useTranslation('transcript');
  const format = useFormat();
  const isWaiting = waits && call.state === 'proposed';
  return (
    <>
      <Badge tone={isWaiting ? 'amber' : TONES[call.state]}>
        {isRunning ? <Spinner className="size-3" /> : null}
        {isWaiting ? t('toolCall.waiting') : t(`toolCall.state.${call.state}`)}
      </Badge>
      {isRunning && call.startedAt !== null ? <Elapsed since={call.startedAt} /> : null}
      {call.startedAt !== null && call.endedAt !== null ? (
        <span className="tabular text-xs text-ink-muted">
          {format.duration(Date.parse(call.endedAt) - Date.parse(call.startedAt))}
        </span>
      ) : null}
      {call.attempts > 1 ? (
        <span className="text-xs text-ink-muted">{t('toolCall.attempts', { count: call.attempts })}</span>
      ) : null}
    </>
  );
}

function Elapsed({ since }: { since: string }) {
  const format = useFormat();
  const startedMs = Date.parse(since);
  const now = useNow(startedMs, 1_000);
  const seconds = Math.floor((now - startedMs) / 1_000);
  // The clock of the browser may be behind the database's.
  return seconds < 1 ? null : (
    <span className="tabular text-xs text-ink-muted">{format.duration(seconds * 1_000)}</span>
  );
}
