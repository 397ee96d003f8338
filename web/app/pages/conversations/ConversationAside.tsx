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

export type ConversationAsideProps = {
  state: ConversationPageState;
  team: TeamView;
  busy: readonly Busy[];
  startedBy: string | null;
  workflowsUrl: string | null;
  readAtMs: number;
};

/** Who speaks, how near the end is, and the figures. */
export function ConversationAside({
  state,
  team,
  busy,
  startedBy,
  workflowsUrl,
  readAtMs,
}: ConversationAsideProps) {
  const { t } = useTranslation('conversation');
  const { conversation } = state;
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
      <ConversationFacts conversation={conversation} team={team} startedBy={startedBy} />
      <TranscriptFiles conversationId={conversation.id} />
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
