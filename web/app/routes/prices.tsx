import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requireMember, requireOwner } from '../data/accounts/requireMember.server.ts';
import { parseListRequest } from '../data/lists/listPage.ts';
import { listPrices, listUnpricedModels, removePrice, setPrice } from '../data/prices/modelPrices.server.ts';
import { priceFormSchema } from '../data/prices/priceForm.ts';
import { parseForm } from '../data/requests/parseForm.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { NewPriceCard } from '../pages/prices/NewPriceCard.tsx';
import { PriceTable } from '../pages/prices/PriceTable.tsx';
import { UnpricedModels } from '../pages/prices/UnpricedModels.tsx';
import { ListPaging } from '../views/ui/ListPaging.tsx';
import { ListSearch } from '../views/ui/ListSearch.tsx';
import { Notice } from '../views/ui/Notice.tsx';
import { PageHeader } from '../views/ui/PageHeader.tsx';

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('prices:title'))];

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope, role } = await requireMember(request);
  const [list, unpriced] = await Promise.all([
    listPrices(scope, parseListRequest(new URL(request.url).searchParams)),
    listUnpricedModels(scope),
  ]);
  return { list, unpriced, mayEdit: role === 'owner' };
}

export async function action({ request }: ActionFunctionArgs) {
  const { scope, user } = await requireOwner(request);
  const submission = parseForm(await request.formData(), priceFormSchema);
  if (submission.status !== 'success') {
    return data({ result: submission.reply(), saved: null, removed: null }, { status: 422 });
  }
  const { value } = submission;
  if (value.intent === 'remove') {
    await removePrice(scope, { userId: user.id, model: value.model });
    return data({ result: null, saved: null, removed: value.model });
  }
  await setPrice(scope, {
    userId: user.id,
    model: value.model,
    inputMicroUsdPerMillion: value.inputUsdPerMillion,
    outputMicroUsdPerMillion: value.outputUsdPerMillion,
  });
  return data({ result: null, saved: value.model, removed: null });
}

export default function PricesPage() {
  const { t } = useTranslation(['prices', 'common']);
  const { list, unpriced, mayEdit } = useLoaderData<typeof loader>();
  const { rows: prices, search, page, pages } = list;
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <div className="space-y-5">
        {answer?.saved ? <Notice kind="success">{t('saved', { model: answer.saved })}</Notice> : null}
        {answer?.removed ? <Notice kind="success">{t('removed', { model: answer.removed })}</Notice> : null}
        {mayEdit ? null : <Notice kind="info">{t('ownerOnly')}</Notice>}
        <UnpricedModels models={unpriced} />
        <div>
          {pages > 1 || search !== '' ? <ListSearch search={search} /> : null}
          {prices.length === 0 && search !== '' ? (
            <p className="text-sm text-ink-muted">{t('common:list.noMatch', { search })}</p>
          ) : (
            <PriceTable prices={prices} mayEdit={mayEdit} lastResult={answer?.result ?? undefined} />
          )}
          <ListPaging search={search} page={page} pages={pages} />
        </div>
        {mayEdit ? (
          <NewPriceCard
            key={answer?.saved ?? ''}
            suggestion={unpriced[0]?.model}
            lastResult={answer?.result ?? undefined}
          />
        ) : null}
      </div>
    </>
  );
}
