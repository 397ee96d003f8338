import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { scopeTitle } from '../../../../workflows/domain/conversation/scope.ts';
import type { ShownCall } from '../../data/calls/readModelCall.server.ts';
import { useFormat } from '../../views/format/useFormat.ts';
import { Card, CardBody } from '../../views/ui/Card.tsx';
import { Money } from '../../views/ui/Money.tsx';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';
import { Tokens } from '../../views/ui/Tokens.tsx';

/** The figures of a call. */
export function CallFacts({ call }: { call: ShownCall }) {
  const { t } = useTranslation('calls');
  const format = useFormat();
  const duration = (ms: number | null) => (ms === null ? '–' : format.duration(ms));
  return (
    <Card>
      <CardBody>
        <dl className="space-y-3.5 text-sm">
          <Fact label={t('facts.purpose')}>{t(`purpose.${call.purpose}`)}</Fact>
          {call.scope === '' ? null : <Fact label={t('facts.innerTeam')}>{scopeTitle(call.scope)}</Fact>}
          <Fact label={t('facts.model')}>
            <span className="font-mono text-[0.8125rem] wrap-anywhere">{call.model}</span>
          </Fact>
          <Fact label={t('facts.tokens')}>
            <Tokens prompt={call.promptTokens} completion={call.completionTokens} />
          </Fact>
          <Fact label={t('facts.cost')}>
            <Money microUsd={call.costMicroUsd} />
          </Fact>
          <Fact label={t('facts.firstToken')}>{duration(call.firstTokenMs)}</Fact>
          <Fact label={t('facts.latency')}>{duration(call.latencyMs)}</Fact>
          <Fact label={t('facts.sent')}>
            <RelativeTime at={call.startedAt} />
          </Fact>
          <Fact label={t('facts.turn')}>
            {call.ordinal === 0
              ? t('facts.turnAttempt', { turn: call.turn + 1, attempt: call.attempt })
              : t('facts.turnAttemptRequest', {
                  turn: call.turn + 1,
                  attempt: call.attempt,
                  request: call.ordinal + 1,
                })}
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
