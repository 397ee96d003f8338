import { Link } from '@remix-run/react';
import { ArrowDown, History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { USER_SOURCE } from '../../../../workflows/domain/message.ts';
import { isAtRest } from '../../../../workflows/domain/recordStates.ts';
import type { ConversationPage as ConversationPageData } from '../../data/conversations/readConversation.server.ts';
import { useHydrated } from '../../views/hooks/useHydrated.ts';
import { Button } from '../../views/ui/Button.tsx';
import { Card, CardBody } from '../../views/ui/Card.tsx';
import { classNames } from '../../views/ui/classNames.ts';
import { ConversationStateBadge } from '../../views/ui/ConversationStateBadge.tsx';
import { Page } from '../../views/ui/Page.tsx';
import { PageHeader } from '../../views/ui/PageHeader.tsx';
import { announcement, Announcer } from './Announcer.tsx';
import { Composer } from './Composer.tsx';
import { ConnectionNote } from './ConnectionNote.tsx';
import { ContinueForm } from './ContinueForm.tsx';
import { continueOptions } from './continueOptions.ts';
import { ConversationAside } from './ConversationAside.tsx';
import { ConversationControls } from './ConversationControls.tsx';
import { endedEarly } from './endedEarly.ts';
import { EndNote } from './EndWords.tsx';
import { doingInWords } from './lane/doing.ts';
import { busyNow, spokenIn } from './lane/lane.ts';
import { LiveGraph } from './lane/LiveGraph.tsx';
import { PendingNotice } from './PendingNotice.tsx';
import { SleepNote } from './standing/SleepNote.tsx';
import { SleepingControls, StandButton } from './standing/StandingControls.tsx';
import { Transcript } from './transcript/Transcript.tsx';
import { useStickToEnd } from './transcript/useStickToEnd.ts';
import { useConversation, useRevalidateOn } from './useConversation.ts';
import { usePrintOnRequest } from './usePrintOnRequest.ts';

export type ConversationPageProps = {
  page: ConversationPageData;
  formSeed: string;
  /** How many messages to request to see earlier ones. */
  showMore: number;
};

/** A conversation: watched, answered and steered in one place. */
export function ConversationPage({ page, formSeed, showMore }: ConversationPageProps) {
  const { t, i18n } = useTranslation('conversation');
  const { t: ofTasks } = useTranslation('tasks');
  const { t: ofStanding } = useTranslation('standing');
  const { team, startedBy, schedule, wakingSchedules, workflowsUrl, hiddenMessages } = page;
  const { state, connection, onPart } = useConversation(page);
  const hydrated = useHydrated();
  usePrintOnRequest();
  const { conversation, live, pending, tasks } = state;
  const over = isAtRest(conversation);
  const asleep = over && conversation.standing;
  const early = endedEarly(state, team.plan);
  // Nothing may float above a form that is being filled in.
  const openTasks = tasks.filter((task) => task.state === 'open').length;
  const asked = openTasks > 0;
  useRevalidateOn(openTasks);
  const grown = `${String(conversation.revision)}:${live.map(({ text }) => text.length).join()}`;
  const { behind, jump } = useStickToEnd(grown, !over);
  const busy = busyNow(state, team.plan?.manager ?? null);
  const persons = new Set([USER_SOURCE, ...(team.plan?.persons ?? [])]);
  const atWork = new Set(busy.map(({ scope }) => scope));
  const aside = (
    <ConversationAside
      state={state}
      team={team}
      busy={busy}
      startedBy={startedBy}
      schedule={schedule}
      wakingSchedules={wakingSchedules}
      workflowsUrl={workflowsUrl}
      readAtMs={page.readAtMs}
    />
  );
  const path = `/conversations/${conversation.id}`;
  return (
    <Page width="wide">
      <PageHeader
        crumbs={[{ label: t('conversations'), to: '/conversations' }]}
        title={conversation.title}
        badges={<ConversationStateBadge state={conversation.state} early={!asleep && early.length > 0} />}
        actions={
          asleep ? (
            <SleepingControls conversationId={conversation.id} formSeed={formSeed} run={conversation.run} />
          ) : over ? (
            <div className="flex flex-wrap gap-2">
              <Button asChild size="sm">
                <Link to={`/conversations/new?team=${team.id}`}>{t('startAnother')}</Link>
              </Button>
              {state.control?.isEnd === true ? <StandButton conversationId={conversation.id} /> : null}
            </div>
          ) : (
            <ConversationControls conversationId={conversation.id} state={conversation.state} />
          )
        }
      />
      <Announcer text={announcement(state, { t: i18n.t, ofTasks })} />
      <details className="mb-5 rounded-xl border border-line bg-surface shadow-raised xl:hidden print:hidden">
        <summary className="rounded-xl px-4 py-3 text-sm font-medium">
          {team.name} · {t('turns', { count: conversation.turnCount })}
          {busy.length === 0 ? null : (
            <span className="font-normal text-ink-muted">
              {' '}
              ·{' '}
              {busy
                .map(({ name, doing }) => t('busy', { name, doing: doingInWords(doing, i18n.t) }))
                .join(' · ')}
            </span>
          )}
        </summary>
        <div className="border-t border-line p-4">{aside}</div>
      </details>
      <div className="grid items-start gap-8 xl:grid-cols-[minmax(0,1fr)_17rem]">
        <section aria-label={t('title')} className="min-w-0">
          {team.plan === null || team.plan.drawn === null ? null : (
            <LiveGraph team={team.plan.drawn} busy={busy} spoken={spokenIn(state)} />
          )}
          <h2 className="sr-only">{t('transcript')}</h2>
          {hiddenMessages === 0 || hydrated ? null : (
            <div className="mb-4 text-center">
              <Button asChild size="sm">
                <Link to={`?show=${String(showMore)}`} preventScrollReset replace>
                  <History aria-hidden />
                  {t('showEarlier', { hidden: hiddenMessages })}
                </Link>
              </Button>
            </div>
          )}
          <Transcript
            conversationId={conversation.id}
            state={state}
            onPart={onPart}
            persons={persons}
            atWork={atWork}
            formSeed={formSeed}
          />
          <div className="mt-3 space-y-3">
            {over ? null : <PendingNotice state={conversation.state} pending={pending} busy={busy} />}
            {over || conversation.waitingWakeUps === 0 ? null : (
              <p className="text-sm text-ink-muted sm:pl-13">
                {ofStanding('waiting', { count: conversation.waitingWakeUps })}
              </p>
            )}
            <ConnectionNote connection={connection} returnTo={path} />
          </div>
          {asleep ? (
            <SleepNote
              conversation={conversation}
              ended={state.runs.find(({ run }) => run === conversation.run) ?? null}
            />
          ) : (
            <EndNote conversation={conversation} early={early} />
          )}
          {over && !asleep ? (
            <ContinueForm
              // Each run's end has its own form.
              key={conversation.run}
              conversationId={conversation.id}
              formSeed={formSeed}
              run={conversation.run}
              ways={continueOptions(state, team.plan)}
            />
          ) : (
            <div
              className={classNames(
                'mt-6 sm:pl-12',
                asked ? 'relative' : 'sticky bottom-17 z-20 lg:bottom-4',
              )}
            >
              {behind ? (
                <div className="pointer-events-none absolute -top-12 right-0 left-0 flex justify-center">
                  <Button
                    size="sm"
                    onClick={jump}
                    className="pointer-events-auto rounded-full shadow-overlay"
                  >
                    <ArrowDown aria-hidden />
                    {t('newBelow')}
                  </Button>
                </div>
              ) : null}
              <Composer conversationId={conversation.id} formSeed={formSeed} />
            </div>
          )}
        </section>
        <aside
          aria-label={t('about')}
          className="sticky top-[calc(var(--banner-height,0px)+1.5rem)] hidden max-h-[calc(100dvh-var(--banner-height,0px)-3rem)] overflow-y-auto xl:block print:hidden"
        >
          <Card>
            <CardBody>{aside}</CardBody>
          </Card>
        </aside>
      </div>
    </Page>
  );
}
