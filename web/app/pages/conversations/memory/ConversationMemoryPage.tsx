import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { WrittenChange } from '../../../../../workflows/domain/memory/changes.ts';
import type { RunMemoryView } from '../../../data/memory/view.ts';
import { Button } from '../../../views/ui/Button.tsx';
import { Card, CardBody, CardHeader } from '../../../views/ui/Card.tsx';
import { Notice } from '../../../views/ui/Notice.tsx';
import { Page } from '../../../views/ui/Page.tsx';
import { PageHeader } from '../../../views/ui/PageHeader.tsx';

export type ConversationMemoryPageProps = {
  conversationId: string;
  title: string;
  teamId: string;
  /** Newest first. */
  runs: RunMemoryView[];
};

/** What a team's memory brought into each run of a conversation, and what was written when it had ended. */
export function ConversationMemoryPage({ conversationId, title, teamId, runs }: ConversationMemoryPageProps) {
  const { t } = useTranslation(['memories', 'history']);
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: t('history:title'), to: '/conversations' },
          { label: title, to: `/conversations/${conversationId}` },
        ]}
        title={t('conversation.title')}
        actions={
          <Button asChild>
            <Link to={`/teams/${teamId}/memory`}>{t('conversation.toTeam')}</Link>
          </Button>
        }
      />
      <div className="space-y-6">
        {runs.length === 0 ? <p className="text-ink-muted">{t('conversation.none')}</p> : null}
        {runs.map((run) => (
          <Card key={run.run}>
            <CardHeader title={t('conversation.run', { number: run.run + 1 })} />
            <CardBody className="space-y-5">
              <section className="space-y-2">
                <h3 className="text-sm font-medium">{t('conversation.recalled')}</h3>
                {run.recalled.length === 0 ? (
                  <p className="text-sm text-ink-muted">{t('conversation.recalledNothing')}</p>
                ) : (
                  <ul className="list-inside list-disc space-y-1">
                    {run.recalled.map(({ id, text }) => (
                      <li key={id} className="wrap-anywhere">
                        <EntryLink teamId={teamId} id={id} text={text} />
                      </li>
                    ))}
                  </ul>
                )}
              </section>
              <section className="space-y-2">
                <h3 className="text-sm font-medium">{t('conversation.written')}</h3>
                <Written teamId={teamId} run={run} />
              </section>
            </CardBody>
          </Card>
        ))}
      </div>
    </Page>
  );
}

function Written({ teamId, run }: { teamId: string; run: RunMemoryView }) {
  const { t } = useTranslation('memories');
  if (run.state === 'failed') {
    return (
      <Notice kind="warning" title={t('conversation.failed')}>
        <p className="wrap-anywhere">{run.failureMessage}</p>
      </Notice>
    );
  }
  if (run.state === 'recalled') return <p className="text-sm text-ink-muted">{t('conversation.notYet')}</p>;
  if (run.changes.length === 0) {
    return <p className="text-sm text-ink-muted">{t('conversation.wroteNothing')}</p>;
  }
  return (
    <ul className="space-y-3">
      {run.changes.map((change, index) => (
        <li key={index} className="space-y-1">
          <p className="text-[0.8125rem] text-ink-muted">{outcomeOf(change, t)}</p>
          <p className="wrap-anywhere">
            {change.entryId === null ? (
              change.text
            ) : (
              <EntryLink teamId={teamId} id={change.entryId} text={change.text} />
            )}
          </p>
          <p className="text-[0.8125rem] wrap-anywhere text-ink-muted">
            {t('source.quote', { quote: change.quote })}
          </p>
        </li>
      ))}
    </ul>
  );
}

function outcomeOf(
  { action, refused }: WrittenChange,
  t: ReturnType<typeof useTranslation<'memories'>>['t'],
) {
  if (action !== null) return t(`changes.${action}`);
  return refused === null ? '' : t('conversation.refused', { why: t(`refusals.${refused}`) });
}

function EntryLink({ teamId, id, text }: { teamId: string; id: string; text: string }) {
  return (
    <Link
      to={`/teams/${teamId}/memory/${id}`}
      className="rounded text-brand-ink underline underline-offset-4"
    >
      {text}
    </Link>
  );
}
