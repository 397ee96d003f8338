import type { SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { Trash2 } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import { usdText } from '../../data/prices/priceForm.ts';
import { Button } from '../../views/ui/Button.tsx';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';
import { Tooltip } from '../../views/ui/Tooltip.tsx';
import { PriceFields } from './PriceFields.tsx';
import { usePriceForm } from './usePriceForm.ts';

export type Price = {
  model: string;
  inputMicroUsdPerMillion: bigint;
  outputMicroUsdPerMillion: bigint;
  updatedAt: Date;
};

/** One model's price, to change or to remove. */
export function PriceRow({ price, lastResult }: { price: Price; lastResult: SubmissionResult | undefined }) {
  const { t } = useTranslation(['prices', 'common']);
  const { formProps, fields, pending } = usePriceForm({
    id: `price-${price.model}`,
    lastResult,
    defaultValue: {
      model: price.model,
      inputUsdPerMillion: usdText(price.inputMicroUsdPerMillion),
      outputUsdPerMillion: usdText(price.outputMicroUsdPerMillion),
    },
  });
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-3 px-4 py-4 sm:px-5">
      <div className="min-w-44 flex-1 self-center">
        <h3 className="font-mono text-sm font-medium wrap-anywhere">{price.model}</h3>
        <p className="text-[0.8125rem] text-ink-muted">
          <Trans t={t} i18nKey="row.changed" components={{ time: <RelativeTime at={price.updatedAt} /> }} />
        </p>
      </div>
      <Form method="post" {...formProps} className="flex flex-wrap items-end gap-x-2 gap-y-3 sm:gap-x-3">
        <input type="hidden" name="form" value={formProps.id} />
        <input type="hidden" name="model" value={price.model} />
        <PriceFields fields={fields} />
        <Button type="submit" name="intent" value="set" pending={pending}>
          {t('common:save')}
        </Button>
        <Tooltip content={t('row.removeHint')}>
          <Button
            type="submit"
            name="intent"
            value="remove"
            formNoValidate
            variant="ghost"
            className="size-10 px-0"
            aria-label={t('row.remove', { model: price.model })}
          >
            <Trash2 aria-hidden />
          </Button>
        </Tooltip>
      </Form>
    </div>
  );
}
