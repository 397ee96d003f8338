import { getInputProps, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../views/ui/Button.tsx';
import { Card, CardBody, CardHeader } from '../../views/ui/Card.tsx';
import { Field } from '../../views/ui/Field.tsx';
import { Input } from '../../views/ui/Input.tsx';
import { PriceFields } from './PriceFields.tsx';
import { usePriceForm } from './usePriceForm.ts';

export type NewPriceCardProps = {
  /** A model that has been used without a price. */
  suggestion: string | undefined;
  lastResult: SubmissionResult | undefined;
};

/** Sets the price of another model. */
export function NewPriceCard({ suggestion, lastResult }: NewPriceCardProps) {
  const { t } = useTranslation('prices');
  const { formProps, fields, pending } = usePriceForm({
    id: 'new-price',
    lastResult,
    defaultValue: { model: '', inputUsdPerMillion: '', outputUsdPerMillion: '' },
  });
  return (
    <Card>
      <CardHeader title={t('form.title')} description={t('form.description')} />
      <CardBody>
        <Form method="post" {...formProps} className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="form" value={formProps.id} />
          <Field
            label={t('form.model')}
            errors={fields.model.errors}
            className="min-w-44 basis-full sm:flex-1 sm:basis-0"
          >
            {(control) => (
              <Input
                {...getInputProps(fields.model, { type: 'text' })}
                {...control}
                placeholder={suggestion ?? 'gpt-4o-mini'}
                autoComplete="off"
                className="font-mono text-sm"
              />
            )}
          </Field>
          <PriceFields fields={fields} />
          <Button type="submit" name="intent" value="set" variant="primary" pending={pending}>
            {t('form.submit')}
          </Button>
        </Form>
      </CardBody>
    </Card>
  );
}
