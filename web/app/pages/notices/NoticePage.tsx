import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { MailContent } from '../../../../workflows/domain/notices/mailContent.ts';
import { mayBeResent } from '../../../../workflows/domain/notices/noticeStates.ts';
import type { DeliveryView, WholeNotice } from '../../data/notices/noticeView.ts';
import { Button } from '../../views/ui/Button.tsx';
import { Card, CardBody, CardHeader } from '../../views/ui/Card.tsx';
import { PageHeader } from '../../views/ui/PageHeader.tsx';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';
import { NoticeFacts } from './NoticeList.tsx';
import { NoticeStateBadge } from './NoticeStateBadge.tsx';

/** One notice: as it looks, and what became of it. */
export function NoticePage({ notice }: { notice: WholeNotice }) {
  const { t } = useTranslation('notices');
  const navigation = useNavigation();
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('title'), to: '/settings/notices' }]}
        title={notice.subject ?? t(`kind.${notice.kind}`)}
      />
      <div className="space-y-5">
        <Card>
          <CardBody>
            <div className="flex flex-wrap items-center justify-between gap-3">
              <div className="min-w-0">
                <NoticeStateBadge state={notice.state} />
                <NoticeFacts notice={notice} />
              </div>
              {mayBeResent(notice.state) ? (
                <Form method="post">
                  <Button type="submit" pending={navigation.state === 'submitting'}>
                    {t('one.again')}
                  </Button>
                </Form>
              ) : null}
            </div>
          </CardBody>
        </Card>
        <Card>
          <CardHeader title={notice.channel === 'webhook' ? t('one.body') : t('one.mail')} />
          <CardBody>
            {notice.mail !== null ? (
              <MailView mail={notice.mail} />
            ) : notice.body !== null ? (
              <pre className="overflow-x-auto font-mono text-[0.8125rem]">
                {JSON.stringify(notice.body, null, 2)}
              </pre>
            ) : (
              <p className="text-sm text-ink-muted">{t('one.notWritten')}</p>
            )}
          </CardBody>
        </Card>
        <Deliveries deliveries={notice.deliveries} />
      </div>
    </>
  );
}

/** A mail as its reader sees it. */
function MailView({ mail }: { mail: MailContent }) {
  return (
    <article className="space-y-3 text-[0.9375rem] wrap-anywhere">
      {mail.sections.map(({ lines, link }) => (
        <section key={link?.href ?? lines.join()}>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {link === null ? null : (
            <p className="mt-2">
              <a href={link.href} className="font-medium text-brand-ink underline underline-offset-4">
                {link.label}
              </a>
            </p>
          )}
        </section>
      ))}
      <p className="border-t border-line pt-3 text-[0.8125rem] text-ink-muted">
        {mail.footer.before}{' '}
        <a href={mail.footer.href} className="underline underline-offset-4">
          {mail.footer.label}
        </a>
      </p>
    </article>
  );
}

function Deliveries({ deliveries }: { deliveries: readonly DeliveryView[] }) {
  const { t } = useTranslation('notices');
  return (
    <Card>
      <CardHeader title={t('one.deliveries')} />
      <CardBody>
        {deliveries.length === 0 ? (
          <p className="text-sm text-ink-muted">{t('one.noDeliveries')}</p>
        ) : (
          <ul className="divide-y divide-line">
            {deliveries.map(({ id, attempt, notifier, state, answer, startedAt }) => (
              <li key={id} className="py-2.5 text-sm">
                <p className="flex flex-wrap justify-between gap-x-4">
                  <span className="font-medium">
                    {t('one.attempt', { attempt, notifier: t(`notifier.${notifier}`) })}
                  </span>
                  <span className="text-ink-muted">
                    {t(`delivery.${state}`)} <span aria-hidden>·</span> <RelativeTime at={startedAt} />
                  </span>
                </p>
                {answer === null ? null : <p className="mt-1 text-ink-muted wrap-anywhere">{answer}</p>}
              </li>
            ))}
          </ul>
        )}
      </CardBody>
    </Card>
  );
}
