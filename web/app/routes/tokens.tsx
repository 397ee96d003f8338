import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { parseListRequest } from '../data/lists/listPage.ts';
import { parseForm } from '../data/requests/parseForm.ts';
import { createApiToken, listApiTokens, revokeApiToken } from '../data/tokens/apiTokens.server.ts';
import { expiryOf, tokenFormSchema } from '../data/tokens/tokenForm.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { NewTokenCard } from '../pages/tokens/NewTokenCard.tsx';
import { NewTokenNotice } from '../pages/tokens/NewTokenNotice.tsx';
import { TokenList } from '../pages/tokens/TokenList.tsx';
import { ListPaging } from '../views/ui/ListPaging.tsx';
import { ListSearch } from '../views/ui/ListSearch.tsx';
import { Notice } from '../views/ui/Notice.tsx';
import { PageHeader } from '../views/ui/PageHeader.tsx';

const NOTHING = { result: null, token: null, revoked: null };

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('tokens:title'))];

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope, user } = await requireMember(request);
  const asked = parseListRequest(new URL(request.url).searchParams);
  return { list: await listApiTokens(scope, user.id, asked) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { scope, user } = await requireMember(request);
  const submission = parseForm(await request.formData(), tokenFormSchema);
  if (submission.status !== 'success') {
    return data({ ...NOTHING, result: submission.reply() }, { status: 422 });
  }
  const { value } = submission;
  if (value.intent === 'revoke') {
    const revoked = await revokeApiToken(scope, { userId: user.id, tokenId: value.tokenId });
    return data({ ...NOTHING, revoked });
  }
  const { name, lifetime } = value;
  const token = await createApiToken(scope, {
    userId: user.id,
    name,
    expiresAt: expiryOf(lifetime, new Date()),
  });
  return data({ ...NOTHING, token: { name, token } }, { headers: { 'cache-control': 'no-store' } });
}

export default function TokensPage() {
  const { t } = useTranslation(['tokens', 'common']);
  const { rows: tokens, search, page, pages } = useLoaderData<typeof loader>().list;
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <div className="space-y-5">
        {answer?.token ? <NewTokenNotice {...answer.token} /> : null}
        {answer?.revoked ? <Notice kind="success">{t('revoked', { name: answer.revoked })}</Notice> : null}
        <div>
          {pages > 1 || search !== '' ? <ListSearch search={search} /> : null}
          {tokens.length === 0 && search !== '' ? (
            <p className="text-sm text-ink-muted">{t('common:list.noMatch', { search })}</p>
          ) : (
            <TokenList tokens={tokens} />
          )}
          <ListPaging search={search} page={page} pages={pages} />
        </div>
        <NewTokenCard key={answer?.token?.token ?? ''} lastResult={answer?.result ?? undefined} />
      </div>
    </>
  );
}
