import { Link } from '@remix-run/react';
import { Braces, TriangleAlert } from 'lucide-react';
import { Money } from '../../../views/ui/Money.tsx';
import { Tokens } from '../../../views/ui/Tokens.tsx';
import { countOf } from '../../../views/format/count.ts';
import { formatDuration } from '../../../views/format/duration.ts';
import { purposeInWords } from '../../../data/calls/managerRequests.ts';
import type { CallView } from '../../../data/conversations/view.ts';

export type MessageMetaProps = {
  conversationId: string;
  modelCallId: string | null;
  calls: readonly CallView[];
};

/** What a message cost, and the way to the exact request behind it; calls that brought no message are named too. */
export function MessageMeta({ conversationId, modelCallId, calls }: MessageMetaProps) {
  const call = calls.find(({ id }) => id === modelCallId);
  const lost = calls.filter(({ id, state }) => id !== modelCallId && state === 'unknown');
  const failed = calls.filter(
    ({ id, state }) => id !== modelCallId && (state === 'failed' || state === 'cancelled'),
  );
  // A manager asks several times for one message, and what was left out of a context is summed up first.
  const others = calls.filter(({ id, state }) => id !== modelCallId && state === 'completed');
  if (call === undefined && lost.length + failed.length + others.length === 0) return null;
  const to = (id: string) => `/conversations/${conversationId}/calls/${id}`;
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-muted">
      {call === undefined ? null : (
        <>
          <span className="font-mono text-[0.6875rem]">{call.model}</span>
          <Tokens prompt={call.promptTokens} completion={call.completionTokens} />
          <span>
            <span className="sr-only">Cost </span>
            <Money microUsd={call.costMicroUsd} />
            {call.costMicroUsd === null ? ' cost' : ''}
          </span>
          {call.latencyMs === null ? null : (
            <span className="tabular" title={firstWords(call.firstTokenMs)}>
              {formatDuration(call.latencyMs)}
            </span>
          )}
        </>
      )}
      {others.map((other) => (
        <Link key={other.id} to={to(other.id)} className="rounded underline-offset-4 hover:underline">
          {purposeInWords(other.purpose)}
        </Link>
      ))}
      {lost.length === 0 ? null : (
        <Link
          to={to(lost[0]?.id ?? '')}
          className="inline-flex items-center gap-1 rounded text-orange-ink underline-offset-4 hover:underline"
        >
          <TriangleAlert aria-hidden className="size-3.5" />
          {countOf(lost.length, 'call')} may have been paid for without an answer
        </Link>
      )}
      {failed.length === 0 ? null : (
        <Link to={to(failed[0]?.id ?? '')} className="rounded underline-offset-4 hover:underline">
          {countOf(failed.length, 'failed attempt')}
        </Link>
      )}
      {call === undefined ? null : (
        <Link
          to={to(call.id)}
          className="ml-auto inline-flex items-center gap-1 rounded font-medium text-brand-ink underline-offset-4 hover:underline"
        >
          <Braces aria-hidden className="size-3.5" />
          Request and answer
        </Link>
      )}
    </div>
  );
}

function firstWords(firstTokenMs: number | null): string | undefined {
  return firstTokenMs === null ? undefined : `First words after ${formatDuration(firstTokenMs)}`;
}
