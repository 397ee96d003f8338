import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { conversationWorkflowId } from '../../../../workflows/contracts/names.ts';
import type { ConversationPageState } from '../../data/conversations/conversationState.ts';
import type { TeamView } from '../../data/conversations/teamView.ts';
import { ConversationFacts } from './ConversationFacts.tsx';
import { EndConditions } from './lane/EndConditions.tsx';
import type { Busy } from './lane/lane.ts';
import { spokenIn } from './lane/lane.ts';
import { SpeakersLane } from './lane/SpeakersLane.tsx';
import { TranscriptFiles } from './TranscriptFiles.tsx';
import type { WakingSchedulesProps } from './WakingSchedules.tsx';

export type ConversationAsideProps = {
  state: ConversationPageState;
  team: TeamView;
  busy: readonly Busy[];
  startedBy: string | null;
  /** The schedule that has started it. */
  schedule: { id: string; name: string } | null;
  wakingSchedules: WakingSchedulesProps['schedules'];
  workflowsUrl: string | null;
  readAtMs: number;
};

/** Who is speaking, how near the end is, and the figures. */
export function ConversationAside({
  state,
  team,
  busy,
  startedBy,
  schedule,
  wakingSchedules,
  workflowsUrl,
  readAtMs,
}: ConversationAsideProps) {
  const { t } = useTranslation(['conversation', 'memories', 'standing', 'webhooks']);
  const { t: ofReplay } = useTranslation('replay');
  const { conversation } = state;
  const path = `/conversations/${conversation.id}`;
  const { plan } = team;
  return (
    <div className="divide-y divide-line [&>*]:py-4 [&>*:first-child]:pt-0 [&>*:last-child]:pb-0">
      {plan === null ? (
        <p className="text-[0.8125rem] text-ink-muted">{t('aside.unknownTeam')}</p>
      ) : (
        <>
          <Part title={t('aside.speakers')}>
            <SpeakersLane plan={plan} busy={busy} spoken={spokenIn(state)} />
          </Part>
          <Part title={t('aside.ends')}>
            <EndConditions state={state} plan={plan} readAtMs={readAtMs} />
          </Part>
        </>
      )}
      <ConversationFacts
        conversation={conversation}
        team={team}
        startedBy={startedBy}
        schedule={schedule}
        wakingSchedules={wakingSchedules}
      />
      <TranscriptFiles conversationId={conversation.id} />
      <ul className="space-y-1.5 text-sm print:hidden">
        <li>
          <Link to={`${path}/steps`} className="rounded text-brand-ink underline-offset-4 hover:underline">
            {ofReplay('steps')}
          </Link>
        </li>
        <li>
          <Link to={`${path}/replay`} className="rounded text-brand-ink underline-offset-4 hover:underline">
            {ofReplay('title')}
          </Link>
        </li>
        <li>
          <Link to={`${path}/wakes`} className="rounded text-brand-ink underline-offset-4 hover:underline">
            {t('standing:wakesLink')}
          </Link>
        </li>
        {conversation.standing ? (
          <>
            <li>
              <Link
                to={`${path}/webhooks`}
                className="rounded text-brand-ink underline-offset-4 hover:underline"
              >
                {t('webhooks:link')}
              </Link>
            </li>
            <li>
              <Link
                to={`/schedules/new?wakes=${conversation.id}`}
                className="rounded text-brand-ink underline-offset-4 hover:underline"
              >
                {t('standing:addSchedule')}
              </Link>
            </li>
          </>
        ) : null}
        {plan?.remembers === true ? (
          <li>
            <Link to={`${path}/memory`} className="rounded text-brand-ink underline-offset-4 hover:underline">
              {t('memories:conversation.link')}
            </Link>
          </li>
        ) : null}
      </ul>
      {workflowsUrl === null ? null : (
        <p className="text-sm">
          <a
            href={`${workflowsUrl}/${conversationWorkflowId(conversation.id, conversation.run)}`}
            target="_blank"
            rel="noreferrer"
            className="rounded text-brand-ink underline-offset-4 hover:underline"
          >
            {t('facts.workflow')}
          </a>
        </p>
      )}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-2 text-xs font-medium text-ink-muted">{title}</h2>
      {children}
    </section>
  );
}
