import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requireMember, requireOwner } from '../data/accounts/requireMember.server.ts';
import { parseListRequest } from '../data/lists/listPage.ts';
import { noticesFormSchema } from '../data/notices/noticeForm.ts';
import { readPreference, savePreference } from '../data/notices/preferences.server.ts';
import { listNotices } from '../data/notices/readNotices.server.ts';
import { addWebhook, listWebhooks, removeWebhook } from '../data/notices/webhooks.server.ts';
import { parseForm } from '../data/requests/parseForm.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { NoticeList } from '../pages/notices/NoticeList.tsx';
import { PaceCard } from '../pages/notices/PaceCard.tsx';
import { WebhooksCard } from '../pages/notices/WebhooksCard.tsx';
import { services } from '../services.server.ts';
import { ListPaging } from '../views/ui/ListPaging.tsx';
import { ListSearch } from '../views/ui/ListSearch.tsx';
import { Notice } from '../views/ui/Notice.tsx';
import { PageHeader } from '../views/ui/PageHeader.tsx';

const NOTHING = { pace: null, webhook: null, done: null };

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('notices:title'))];

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope, user, role } = await requireMember(request);
  const isOwner = role === 'owner';
  const asked = parseListRequest(new URL(request.url).searchParams);
  const [list, preference, webhooks] = await Promise.all([
    listNotices(scope, { userId: user.id, isOwner }, asked),
    readPreference(scope, user.id),
    listWebhooks(scope),
  ]);
  const hasMailServer = services().environment.SMTP_URL !== undefined;
  return { list, preference, webhooks, email: user.email, isOwner, hasMailServer };
}

export async function action({ request }: ActionFunctionArgs) {
  const { scope, user } = await requireMember(request);
  const formData = await request.formData();
  const submission = parseForm(formData, noticesFormSchema);
  if (submission.status !== 'success') {
    const result = submission.reply();
    const place = formData.get('intent') === 'pace' ? { pace: result } : { webhook: result };
    return data({ ...NOTHING, ...place }, { status: 422 });
  }
  const { value } = submission;
  if (value.intent === 'pace') {
    await savePreference(scope, user.id, { mailPace: value.mailPace, timeZone: value.timeZone });
    return data({ ...NOTHING, done: 'pace' as const });
  }
  await requireOwner(request);
  if (value.intent === 'remove') {
    await removeWebhook(scope, { userId: user.id, webhookId: value.webhookId });
    return data({ ...NOTHING, done: 'removed' as const });
  }
  await addWebhook(scope, { userId: user.id, url: value.url, secretName: value.secretName });
  return data({ ...NOTHING, done: 'added' as const });
}

export default function NoticesRoute() {
  const { t } = useTranslation(['notices', 'common']);
  const { list, preference, webhooks, email, isOwner, hasMailServer } = useLoaderData<typeof loader>();
  const { rows, search, page, pages } = list;
  const answer = useActionData<typeof action>();
  const words = { pace: t('pace.saved'), added: t('webhooks.added'), removed: t('webhooks.removed') };
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <div className="space-y-5">
        {answer?.done ? <Notice kind="success">{words[answer.done]}</Notice> : null}
        {hasMailServer ? null : (
          <Notice kind="info" title={t('outboxOnly.title')}>
            {t('outboxOnly.text')}
          </Notice>
        )}
        <PaceCard preference={preference} email={email} lastResult={answer?.pace ?? undefined} />
        <WebhooksCard
          key={webhooks.length}
          webhooks={webhooks}
          mayEdit={isOwner}
          lastResult={answer?.webhook ?? undefined}
        />
        <section>
          <h2 className="mb-3 text-lg font-semibold">{t('list.title')}</h2>
          {pages > 1 || search !== '' ? <ListSearch search={search} /> : null}
          {rows.length === 0 && search !== '' ? (
            <p className="text-sm text-ink-muted">{t('common:list.noMatch', { search })}</p>
          ) : (
            <NoticeList notices={rows} />
          )}
          <ListPaging search={search} page={page} pages={pages} />
        </section>
      </div>
    </>
  );
}
