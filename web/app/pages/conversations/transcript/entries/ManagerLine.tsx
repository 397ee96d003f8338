import { Link } from '@remix-run/react';
import { Signpost } from 'lucide-react';
import { CallStateBadge } from '../../../../views/ui/CallStateBadge.tsx';
import { Money } from '../../../../views/ui/Money.tsx';
import { formatDuration } from '../../../../views/format/duration.ts';
import { managerPurpose } from '../../../../data/calls/managerRequests.ts';
import type { CallView } from '../../../../data/conversations/view.ts';

export type ManagerLineProps = {
  conversationId: string;
  manager: string;
  calls: readonly CallView[];
};

/** What a team's manager asked its model, where no message came of it. */
export function ManagerLine({ conversationId, manager, calls }: ManagerLineProps) {
  return (
    <li data-manager={manager} className="py-1 text-[0.8125rem] text-ink-muted sm:pl-13">
      <div className="flex items-start gap-2.5">
        <Signpost aria-hidden className="mt-0.75 size-3.5 shrink-0" />
        <ul aria-label={`Requests of ${manager}`} className="min-w-0 flex-1 space-y-1">
          {calls.map((call) => (
            <li key={call.id} className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
              <Link
                to={`/conversations/${conversationId}/calls/${call.id}`}
                className="rounded underline-offset-4 hover:text-ink hover:underline"
              >
                {managerPurpose(call.purpose) ?? call.purpose}
                {call.ordinal > 0 && call.purpose === 'select' ? `, request ${String(call.ordinal + 1)}` : ''}
              </Link>
              {call.state === 'completed' ? (
                <span className="tabular text-xs">
                  <Money microUsd={call.costMicroUsd} />
                  {call.costMicroUsd === null ? ' cost' : ''}
                  {call.latencyMs === null ? '' : ` · ${formatDuration(call.latencyMs)}`}
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
