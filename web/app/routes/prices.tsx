import { parseWithZod } from '@conform-to/zod/v4';
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember, requireOwner } from '../data/accounts/requireMember.server.ts';
import { Notice } from '../views/ui/Notice.tsx';
import { Page } from '../views/ui/Page.tsx';
import { PageHeader } from '../views/ui/PageHeader.tsx';
import { listPrices, listUnpricedModels, setPrice, removePrice } from '../data/prices/modelPrices.server.ts';
import { NewPriceCard } from '../pages/prices/NewPriceCard.tsx';
import { priceFormSchema } from '../data/prices/priceForm.ts';
import { PriceTable } from '../pages/prices/PriceTable.tsx';
import { UnpricedModels } from '../pages/prices/UnpricedModels.tsx';

export const meta: MetaFunction = () => [{ title: 'Prices · Colloquy' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope, role } = await requireMember(request);
  const [prices, unpriced] = await Promise.all([listPrices(scope), listUnpricedModels(scope)]);
  return { prices, unpriced, mayEdit: role === 'owner' };
}

export async function action({ request }: ActionFunctionArgs) {
  const { scope, user } = await requireOwner(request);
  const submission = parseWithZod(await request.formData(), { schema: priceFormSchema });
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
  const { prices, unpriced, mayEdit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page>
      <PageHeader
        title="Prices"
        description="What a million tokens cost, in US dollars. A call is priced when it is made; changing a price changes no past cost. A model without a price has an unknown cost, never none."
      />
      <div className="space-y-5">
        {answer?.saved ? <Notice kind="success">The price of {answer.saved} is saved.</Notice> : null}
        {answer?.removed ? (
          <Notice kind="success">{answer.removed} has no known price any more.</Notice>
        ) : null}
        {mayEdit ? null : <Notice kind="info">Only an owner of the project can change prices.</Notice>}
        <UnpricedModels models={unpriced} />
        <PriceTable prices={prices} mayEdit={mayEdit} lastResult={answer?.result ?? undefined} />
        {mayEdit ? (
          <NewPriceCard
            key={answer?.saved ?? ''}
            suggestion={unpriced[0]?.model}
            lastResult={answer?.result ?? undefined}
          />
        ) : null}
      </div>
    </Page>
  );
}
