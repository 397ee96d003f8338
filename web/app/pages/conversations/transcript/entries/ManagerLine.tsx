import { Link } from '@remix-run/react';
import { Signpost } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../../data/calls/callView.ts';
import { useFormat } from '../../../../views/format/useFormat.ts';
import { CallStateBadge } from '../../../../views/ui/CallStateBadge.tsx';
import { CallCost } from './CallCost.tsx';

export type ManagerLineProps = {
  conversationId: string;
  manager: string;
  calls: readonly CallView[];
};

/** Requests of a team's manager that led to no message. */
export function ManagerLine({ conversationId, manager, calls }: ManagerLineProps) {
  const { t } = useTranslation('calls');
  const format = useFormat();
  return (
    <li data-manager={manager} className="py-1 text-[0.8125rem] text-ink-muted sm:pl-13">
      <div className="flex items-start gap-2.5">
        <Signpost aria-hidden className="mt-0.75 size-3.5 shrink-0" />
        <ul aria-label={t('ofManagerAll', { agent: manager })} className="min-w-0 flex-1 space-y-1">
          {calls.map((call) => (
            <li key={call.id} className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
              <Link
                to={`/conversations/${conversationId}/calls/${call.id}`}
                className="rounded underline-offset-4 hover:text-ink hover:underline"
              >
                {call.ordinal > 0 && call.purpose === 'select'
                  ? t('numbered', {
                      purpose: t(`purpose.${call.purpose}`),
                      request: call.ordinal + 1,
                    })
                  : t(`purpose.${call.purpose}`)}
              </Link>
              {call.state === 'completed' ? (
                <span className="tabular text-xs">
                  <CallCost microUsd={call.costMicroUsd} />
                  {call.latencyMs === null ? '' : ` · ${format.duration(call.latencyMs)}`}
                </span>
              ) : (
                <CallStateBadge state={call.state} />
              )}
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}
