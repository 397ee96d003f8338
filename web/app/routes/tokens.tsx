import { parseWithZod } from '@conform-to/zod/v4';
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { Notice } from '../views/ui/Notice.tsx';
import { Page } from '../views/ui/Page.tsx';
import { PageHeader } from '../views/ui/PageHeader.tsx';
import { listApiTokens, createApiToken, revokeApiToken } from '../data/tokens/apiTokens.server.ts';
import { NewTokenCard } from '../pages/tokens/NewTokenCard.tsx';
import { NewTokenNotice } from '../pages/tokens/NewTokenNotice.tsx';
import { expiryOf, tokenFormSchema } from '../data/tokens/tokenForm.ts';
import { TokenList } from '../pages/tokens/TokenList.tsx';

const NOTHING = { result: null, token: null, revoked: null };

export const meta: MetaFunction = () => [{ title: 'API tokens · Colloquy' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope, user } = await requireMember(request);
  return { tokens: await listApiTokens(scope, user.id) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { scope, user } = await requireMember(request);
  const submission = parseWithZod(await request.formData(), { schema: tokenFormSchema });
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
  const { tokens } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page>
      <PageHeader
        title="API tokens"
        description="A token lets a script or the command line do in this project what you may do. Give each program its own, so that one can be taken back without the others."
      />
      <div className="space-y-5">
        {answer?.token ? <NewTokenNotice {...answer.token} /> : null}
        {answer?.revoked ? (
          <Notice kind="success">The token {answer.revoked} counts no longer.</Notice>
        ) : null}
        <TokenList tokens={tokens} />
        <NewTokenCard key={answer?.token?.token ?? ''} lastResult={answer?.result ?? undefined} />
      </div>
    </Page>
  );
}
