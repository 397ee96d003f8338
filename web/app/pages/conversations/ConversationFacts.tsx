import { Link } from '@remix-run/react';
import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { TeamView } from '../../data/conversations/teamView.ts';
import type { ConversationHead } from '../../data/conversations/view.ts';
import { useFormat } from '../../views/format/useFormat.ts';
import { Money } from '../../views/ui/Money.tsx';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';
import { Tokens } from '../../views/ui/Tokens.tsx';
import { WakingSchedules, type WakingSchedulesProps } from './WakingSchedules.tsx';

export type ConversationFactsProps = {
  conversation: ConversationHead;
  team: TeamView;
  startedBy: string | null;
  schedule: { id: string; name: string } | null;
  wakingSchedules: WakingSchedulesProps['schedules'];
};

/** The figures of a conversation. Unknown values are named, never silently left out of a total. */
export function ConversationFacts(props: ConversationFactsProps) {
  const { conversation, team, startedBy, schedule, wakingSchedules } = props;
  const { t } = useTranslation(['conversation', 'common']);
  const { t: ofStanding } = useTranslation('standing');
  const format = useFormat();
  const { unpricedCalls, unknownCalls, wakes } = conversation;
  return (
    <div className="space-y-4 text-sm">
      <div>
        <p className="text-xs font-medium text-ink-muted">{t('facts.team')}</p>
        <p className="mt-0.5 font-medium">
          <Link
            to={`/teams/${team.id}/versions/${String(team.version)}`}
            className="rounded text-brand-ink underline-offset-4 hover:underline"
          >
            {t('facts.version', { name: team.name, version: team.version })}
          </Link>
        </p>
        {schedule === null ? null : (
          <p className="mt-1.5 text-[0.8125rem] text-ink-muted wrap-anywhere">
            <Trans
              t={t}
              i18nKey="facts.schedule"
              values={{ name: schedule.name }}
              components={{
                a: (
                  <Link
                    to={`/schedules/${schedule.id}`}
                    className="rounded text-brand-ink underline-offset-4 hover:underline"
                  />
                ),
              }}
            />
          </p>
        )}
        {wakes === null ? null : (
          <p className="mt-1.5 text-[0.8125rem] text-ink-muted wrap-anywhere">
            <Trans
              t={ofStanding}
              i18nKey="wakesWhenEnded"
              values={{ title: wakes.title }}
              components={{
                a: (
                  <Link
                    to={`/conversations/${wakes.id}`}
                    className="rounded text-brand-ink underline-offset-4 hover:underline"
                  />
                ),
              }}
            />
          </p>
        )}
        <WakingSchedules schedules={wakingSchedules} />
      </div>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3.5 border-t border-line pt-4">
        <Figure label={t('facts.turns')}>{format.count(conversation.turnCount)}</Figure>
        <Figure label={t('facts.messages')}>{format.count(conversation.messageCount)}</Figure>
        <Figure label={t('facts.tokens')} wide>
          <Tokens prompt={conversation.promptTokens} completion={conversation.completionTokens} />
        </Figure>
        <Figure label={t('facts.cost')} wide>
          {unpricedCalls > 0 && conversation.costMicroUsd === 0 ? (
            <span className="text-ink-muted">{t('common:unknown')}</span>
          ) : (
            <Money microUsd={conversation.costMicroUsd} atLeast={unpricedCalls + unknownCalls > 0} />
          )}
          {unpricedCalls > 0 ? (
            <span className="mt-0.5 block text-xs font-normal text-ink-muted">
              <Trans
                t={t}
                i18nKey="facts.unpriced"
                count={unpricedCalls}
                components={{
                  prices: (
                    <Link to="/settings/prices" className="underline underline-offset-2 hover:text-ink" />
                  ),
                }}
              />
            </span>
          ) : null}
        </Figure>
        <Figure label={t('facts.started')} wide>
          {startedBy === null ? (
            <RelativeTime at={conversation.createdAt} />
          ) : (
            <Trans
              t={t}
              i18nKey="facts.startedBy"
              values={{ name: startedBy }}
              components={{
                time: <RelativeTime at={conversation.createdAt} />,
                by: <span className="font-normal text-ink-muted" />,
              }}
            />
          )}
        </Figure>
      </dl>
      {unknownCalls === 0 ? null : (
        <p className="flex items-start gap-2 rounded-lg bg-orange-soft px-3 py-2.5 text-[0.8125rem] leading-snug text-orange-ink">
          <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {t('facts.lost', { count: unknownCalls })}
        </p>
      )}
    </div>
  );
}

function Figure({ label, wide = false, children }: { label: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? 'col-span-2' : undefined}>
      <dt className="text-xs font-medium text-ink-muted">{label}</dt>
      <dd className="tabular mt-0.5 font-medium">{children}</dd>
    </div>
  );
}
