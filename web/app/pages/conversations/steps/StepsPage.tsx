import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { isMarkdown, type StepMessage, type StepView } from '../../../data/steps/stepView.ts';
import { useWords } from '../../../views/format/useWords.ts';
import { viewOf } from '../../../views/teams/patterns/registry.ts';
import { Badge } from '../../../views/ui/Badge.tsx';
import { Card, CardBody, CardHeader } from '../../../views/ui/Card.tsx';
import { Markdown } from '../../../views/ui/Markdown.tsx';
import { Money } from '../../../views/ui/Money.tsx';
import { Page } from '../../../views/ui/Page.tsx';
import { PageHeader } from '../../../views/ui/PageHeader.tsx';
import { Tokens } from '../../../views/ui/Tokens.tsx';
import { ConditionTree } from '../lane/ConditionTree.tsx';
import { TurnChoice } from './TurnChoice.tsx';

export type StepsPageProps = { conversationId: string; title: string; step: StepView | null };

/** A conversation as it was after one of its turns: by links without JavaScript, with a slider and the keyboard with it. */
export function StepsPage({ conversationId, title, step }: StepsPageProps) {
  const { t } = useTranslation('replay');
  const path = `/conversations/${conversationId}`;
  return (
    <Page width="wide">
      <PageHeader
        crumbs={[
          { label: t('conversations'), to: '/conversations' },
          { label: title, to: path },
        ]}
        title={t('step.title')}
        description={step === null ? t('step.none') : t('step.turn', { turn: step.turn, turns: step.turns })}
      />
      {step === null ? null : <Step step={step} path={`${path}/steps`} />}
    </Page>
  );
}

function Step({ step, path }: { step: StepView; path: string }) {
  const { t } = useTranslation('replay');
  const { t: ofStates } = useTranslation('states');
  const words = useWords();
  const { totals } = step;
  return (
    <>
      <TurnChoice turn={step.turn} turns={step.turns} path={path} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="min-w-0 space-y-6">
          <Card>
            <CardHeader
              title={t('step.messages', { count: step.messageCount })}
              description={
                step.messages.length < step.messageCount
                  ? t('step.shown', { shown: step.messages.length })
                  : null
              }
            />
            <MessageList messages={step.messages} />
          </Card>
          {step.replaced.length === 0 ? null : (
            <Card>
              <CardHeader title={t('step.replaced')} />
              <MessageList messages={step.replaced} />
            </Card>
          )}
        </div>
        <div className="space-y-6">
          <Card>
            <CardHeader title={step.stateFrom === 'before' ? t('step.stateBefore') : t('step.state')} />
            <CardBody className="space-y-3 text-sm">
              <p>{t('run', { run: (step.run ?? 0) + 1 })}</p>
              <p className="wrap-anywhere">
                {t('step.speakers')}: {words.format.list(step.speakers.map(({ name }) => name))}
              </p>
              {step.stateFrom === null ? <p>{t('step.stateUnknown')}</p> : null}
              {step.stateFrom === 'before' ? <p>{t('step.stateBeforeHint')}</p> : null}
              {step.pattern === null
                ? null
                : viewOf(step.pattern.kind)
                    .stateInWords(step.pattern, step.participants, words)
                    .map((sentence) => <p key={sentence}>{sentence}</p>)}
              {step.turnsTaken === null ? null : (
                <p>
                  {step.turnsTaken.limit === null
                    ? t('step.turnsTaken', { count: step.turnsTaken.taken })
                    : t('step.turnsTakenOf', { count: step.turnsTaken.taken, limit: step.turnsTaken.limit })}
                </p>
              )}
            </CardBody>
          </Card>
          {step.termination === null ? null : (
            <Card>
              <CardHeader title={t('step.ends')} />
              <CardBody>
                <ConditionTree {...step.termination} />
              </CardBody>
            </Card>
          )}
          <Card>
            <CardHeader title={t('step.tasks')} />
            <CardBody className="space-y-2 text-sm">
              {step.tasks.length === 0 ? <p>{t('step.noTasks')}</p> : null}
              {step.tasks.map((task) => (
                <p key={task.id} className="flex flex-wrap gap-2">
                  {ofStates(`taskKind.${task.kind}`)} · {task.speaker}
                  {task.wasOpen ? <Badge tone="amber">{t('step.wasOpen')}</Badge> : null}
                </p>
              ))}
            </CardBody>
          </Card>
          {step.toolCalls.length === 0 ? null : (
            <Card>
              <CardHeader title={t('step.toolCalls')} />
              <CardBody className="space-y-1 text-sm wrap-anywhere">
                {step.toolCalls.map(({ agent, tool }, index) => (
                  <p key={index}>
                    {agent} → <span className="font-mono text-xs">{tool}</span>
                  </p>
                ))}
              </CardBody>
            </Card>
          )}
          {step.lookups.length === 0 ? null : (
            <Card>
              <CardHeader title={t('step.lookups')} />
              <CardBody className="space-y-2 text-sm wrap-anywhere">
                {step.lookups.map(({ speaker, question, passages }, index) => (
                  <p key={index}>
                    {speaker}: {question} ({t('step.passages', { count: passages })})
                  </p>
                ))}
              </CardBody>
            </Card>
          )}
          <Card>
            <CardHeader title={t('step.cost')} />
            <CardBody className="space-y-1 text-sm">
              <p data-cost>
                <Money microUsd={totals.costMicroUsd} />
              </p>
              <p>
                <Tokens prompt={totals.promptTokens} completion={totals.completionTokens} />
              </p>
              <p>{t('step.calls', { count: totals.calls })}</p>
              {totals.unknownCalls === 0 ? null : (
                <p>{t('step.unknownCalls', { count: totals.unknownCalls })}</p>
              )}
            </CardBody>
          </Card>
          {step.replacedIn.length === 0 ? null : (
            <p className="text-sm">
              {t('step.replacedIn')}{' '}
              {step.replacedIn.map((turn) => (
                <Link
                  key={turn}
                  to={`${path}?turn=${String(turn)}`}
                  className="mr-2 text-brand-ink underline"
                >
                  {turn}
                </Link>
              ))}
            </p>
          )}
        </div>
      </div>
    </>
  );
}

function MessageList({ messages }: { messages: readonly StepMessage[] }) {
  const { t } = useTranslation('replay');
  return (
    <ol className="divide-y divide-line">
      {messages.map(({ id, source, type, text, isCut, isNew }) => (
        <li key={id} className="px-4 py-3 text-sm sm:px-5" data-new={isNew ? '' : undefined}>
          <p className="mb-0.5 flex flex-wrap items-center gap-2 font-medium">
            <span className="wrap-anywhere">{source}</span>
            {isNew ? <Badge tone="blue">{t('step.isNew')}</Badge> : null}
          </p>
          {isMarkdown(type) ? (
            <Markdown>{text}</Markdown>
          ) : (
            <p className="whitespace-pre-wrap wrap-anywhere">{text}</p>
          )}
          {isCut ? <p className="text-ink-muted">… {t('step.cut')}</p> : null}
        </li>
      ))}
    </ol>
  );
}
