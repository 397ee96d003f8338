import { Form, Link, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { ConversationReplay } from '../../data/replay/replayView.ts';
import { Badge } from '../../views/ui/Badge.tsx';
import { Button } from '../../views/ui/Button.tsx';
import { Card, CardBody, CardHeader } from '../../views/ui/Card.tsx';
import { FormError } from '../../views/ui/FormError.tsx';
import { Page } from '../../views/ui/Page.tsx';
import { PageHeader } from '../../views/ui/PageHeader.tsx';
import { VerdictView } from './VerdictView.tsx';

export type ReplayPageProps = {
  conversationId: string;
  title: string;
  replay: ConversationReplay | null | undefined;
  faults: string[] | undefined;
};

/** Replays what was recorded of a conversation, and says what came of it. */
export function ReplayPage({ conversationId, title, replay, faults }: ReplayPageProps) {
  const { t } = useTranslation('replay');
  const pending = useNavigation().state !== 'idle';
  const path = `/conversations/${conversationId}`;
  const link = 'rounded text-brand-ink underline underline-offset-4';
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: t('conversations'), to: '/conversations' },
          { label: title, to: path },
        ]}
        title={t('title')}
        description={t('description')}
        actions={
          <Form method="post">
            <Button type="submit" variant="primary" pending={pending}>
              {replay ? t('again') : t('start')}
            </Button>
          </Form>
        }
      />
      <div className="space-y-4">
        <FormError errors={faults} />
        {(replay?.executions ?? []).map(({ run, runId, replaced, verdict }) => {
          const file = `${path}/history?run=${String(run)}${runId === null ? '' : `&runId=${runId}`}`;
          return (
            <Card key={`${String(run)}/${runId ?? ''}`} data-outcome={verdict.kind}>
              <CardHeader
                title={t('run', { run: run + 1 })}
                description={<span className="font-mono text-xs wrap-anywhere">{runId}</span>}
                actions={replaced ? <Badge>{t('replaced')}</Badge> : null}
              />
              <CardBody className="space-y-3">
                <VerdictView verdict={verdict} />
                {runId === null ? null : (
                  <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
                    <a href={file} download className={link}>
                      {t('download.redacted')}
                    </a>
                    <a href={`${file}&redacted=false`} download className={link}>
                      {t('download.whole')}
                    </a>
                  </p>
                )}
              </CardBody>
            </Card>
          );
        })}
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          <Link to={`${path}/steps`} className={link}>
            {t('steps')}
          </Link>
          <Link to="/replay" className={link}>
            {t('upload.other')}
          </Link>
        </p>
      </div>
    </Page>
  );
}
