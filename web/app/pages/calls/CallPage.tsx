import { Link } from '@remix-run/react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { isManagers } from '../../data/calls/managerRequests.ts';
import type { ShownCall } from '../../data/calls/readModelCall.server.ts';
import { CallStateBadge } from '../../views/ui/CallStateBadge.tsx';
import { Card, CardHeader } from '../../views/ui/Card.tsx';
import { Notice } from '../../views/ui/Notice.tsx';
import { Page } from '../../views/ui/Page.tsx';
import { PageHeader } from '../../views/ui/PageHeader.tsx';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';
import { CallAnswer } from './CallAnswer.tsx';
import { CallFacts } from './CallFacts.tsx';
import { CallRequest } from './CallRequest.tsx';

/** One request to a model: the exact request, the exact answer, and the cost. */
export function CallPage({ call }: { call: ShownCall }) {
  const { t } = useTranslation('calls');
  const conversation = `/conversations/${call.conversationId}`;
  return (
    <Page width="wide">
      <PageHeader
        crumbs={[
          { label: t('conversations'), to: '/conversations' },
          { label: call.title, to: `${conversation}#message-${String(call.seq)}` },
        ]}
        title={titleOf(t, call)}
        badges={<CallStateBadge state={call.state} />}
      />
      {call.state === 'unknown' ? (
        <Notice kind="warning" title={t('unknown.title')} className="mb-5">
          {t('unknown.description')}
        </Notice>
      ) : null}
      {call.failureMessage === null ? null : (
        <Notice kind="error" title={t('failed')} className="mb-5">
          <span className="wrap-anywhere">{call.failureMessage}</span>
        </Notice>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="min-w-0 space-y-6">
          <CallRequest request={call.request} />
          <CallAnswer state={call.state} response={call.response} />
        </div>
        <div className="space-y-6">
          <CallFacts call={call} />
          {call.siblings.length < 2 ? null : (
            <Card>
              <CardHeader title={t('siblings')} />
              <ol className="divide-y divide-line text-sm">
                {call.siblings.map((sibling) => (
                  <li key={sibling.id} className="relative px-4 py-2.5 hover:bg-hover sm:px-5">
                    <div className="flex items-center justify-between gap-2">
                      <Link
                        to={`${conversation}/calls/${sibling.id}`}
                        aria-current={sibling.id === call.id ? 'page' : undefined}
                        className="font-medium after:absolute after:inset-0 aria-[current]:text-brand-ink"
                      >
                        {siblingInWords(t, sibling)}
                      </Link>
                      <CallStateBadge state={sibling.state} />
                    </div>
                    <RelativeTime at={sibling.startedAt} className="text-xs text-ink-muted" />
                  </li>
                ))}
              </ol>
            </Card>
          )}
        </div>
      </div>
    </Page>
  );
}

function titleOf(t: TFunction<'calls'>, { agent, seq, purpose }: ShownCall): string {
  return !isManagers(purpose)
    ? t('ofMessage', { agent, seq })
    : t('ofManager', { agent, purpose: t(`purpose.${purpose}`) });
}

function siblingInWords(
  t: TFunction<'calls'>,
  { purpose, ordinal, attempt }: ShownCall['siblings'][number],
): string {
  const words = t(`purpose.${purpose}`);
  return ordinal === 0
    ? t('attempt', { purpose: words, attempt })
    : t('attemptOfRequest', { purpose: words, request: ordinal + 1, attempt });
}
