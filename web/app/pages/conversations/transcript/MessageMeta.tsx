import { Link } from '@remix-run/react';
import { Braces, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../data/calls/callView.ts';
import { useFormat } from '../../../views/format/useFormat.ts';
import { Tokens } from '../../../views/ui/Tokens.tsx';
import { CallCost } from './entries/CallCost.tsx';
import { wasWrittenAgain } from './wasWrittenAgain.ts';

export type MessageMetaProps = {
  conversationId: string;
  modelCallId: string | null;
  calls: readonly CallView[];
};

/** A message's cost, with a link to the exact request; also names calls that produced no message. */
export function MessageMeta({ conversationId, modelCallId, calls }: MessageMetaProps) {
  const { t } = useTranslation(['transcript', 'calls']);
  const format = useFormat();
  const call = calls.find(({ id }) => id === modelCallId);
  const lost = calls.filter(({ id, state }) => id !== modelCallId && state === 'unknown');
  const failed = calls.filter(
    ({ id, state }) => id !== modelCallId && (state === 'failed' || state === 'cancelled'),
  );
  // A manager makes several requests for one message, and contexts may be summarised first.
  const others = calls.filter(({ id, state }) => id !== modelCallId && state === 'completed');
  if (call === undefined && lost.length + failed.length + others.length === 0) return null;
  const to = (id: string) => `/conversations/${conversationId}/calls/${id}`;
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-muted">
      {call === undefined ? null : (
        <>
          <span className="font-mono text-[0.6875rem]">{call.model}</span>
          <Tokens prompt={call.promptTokens} completion={call.completionTokens} />
          <CallCost microUsd={call.costMicroUsd} />
          {call.latencyMs === null ? null : (
            <span
              className="tabular"
              title={
                call.firstTokenMs === null
                  ? undefined
                  : t('meta.firstToken', { duration: format.duration(call.firstTokenMs) })
              }
            >
              {format.duration(call.latencyMs)}
            </span>
          )}
        </>
      )}
      {others.map((other) => (
        <Link key={other.id} to={to(other.id)} className="rounded underline-offset-4 hover:underline">
          {t(`calls:purpose.${other.purpose}`)}
        </Link>
      ))}
      {wasWrittenAgain(calls, modelCallId) ? (
        <span className="text-orange-ink">{t('meta.writtenAgain')}</span>
      ) : null}
      {lost.length === 0 ? null : (
        <Link
          to={to(lost[0]?.id ?? '')}
          className="inline-flex items-center gap-1 rounded text-orange-ink underline-offset-4 hover:underline"
        >
          <TriangleAlert aria-hidden className="size-3.5" />
          {t('meta.lost', { count: lost.length })}
        </Link>
      )}
      {failed.length === 0 ? null : (
        <Link to={to(failed[0]?.id ?? '')} className="rounded underline-offset-4 hover:underline">
          {t('meta.failed', { count: failed.length })}
        </Link>
      )}
      {call === undefined ? null : (
        <Link
          to={to(call.id)}
          className="ml-auto inline-flex items-center gap-1 rounded font-medium text-brand-ink underline-offset-4 hover:underline"
        >
          <Braces aria-hidden className="size-3.5" />
          {t('meta.request')}
        </Link>
      )}
    </div>
  );
}
