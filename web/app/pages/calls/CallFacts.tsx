import type { ReactNode } from 'react';
import { Card, CardBody } from '../../views/ui/Card.tsx';
import { Money } from '../../views/ui/Money.tsx';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';
import { Tokens } from '../../views/ui/Tokens.tsx';
import { scopeTitle } from '../../../../workflows/domain/conversation/scope.ts';
import { purposeInWords } from '../../data/calls/managerRequests.ts';
import { formatDuration } from '../../views/format/duration.ts';
import type { ShownCall } from '../../data/calls/readModelCall.server.ts';

/** The figures of a call. */
export function CallFacts({ call }: { call: ShownCall }) {
  return (
    <Card>
      <CardBody>
        <dl className="space-y-3.5 text-sm">
          <Fact label="What for">{purposeInWords(call.purpose)}</Fact>
          {call.scope === '' ? null : <Fact label="Inner team">{scopeTitle(call.scope)}</Fact>}
          <Fact label="Model">
            <span className="font-mono text-[0.8125rem] wrap-anywhere">{call.model}</span>
          </Fact>
          <Fact label="Tokens">
            <Tokens prompt={call.promptTokens} completion={call.completionTokens} />
          </Fact>
          <Fact label="Cost">
            <Money microUsd={call.costMicroUsd} />
          </Fact>
          <Fact label="First words after">{duration(call.firstTokenMs)}</Fact>
          <Fact label="Whole answer after">{duration(call.latencyMs)}</Fact>
          <Fact label="Sent">
            <RelativeTime at={call.startedAt} />
          </Fact>
          <Fact label="Turn and attempt">
            {call.turn + 1}, attempt {call.attempt}
            {call.ordinal === 0 ? '' : `, request ${String(call.ordinal + 1)}`}
          </Fact>
        </dl>
      </CardBody>
    </Card>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs font-medium text-ink-muted">{label}</dt>
      <dd className="tabular mt-0.5 font-medium">{children}</dd>
    </div>
  );
}

function duration(ms: number | null): string {
  return ms === null ? '–' : formatDuration(ms);
}
