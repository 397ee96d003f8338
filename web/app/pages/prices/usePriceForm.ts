import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react';
import { useNavigation } from '@remix-run/react';
import { setPriceSchema } from '../../data/prices/priceForm.ts';
import { parseForm } from '../../data/requests/parseForm.ts';

export type UsePriceFormOptions = {
  /** Identifies the form on the page. */
  id: string;
  lastResult: SubmissionResult | undefined;
  defaultValue: { model: string; inputUsdPerMillion: string; outputUsdPerMillion: string };
};

/** One form of the price table. The page has one for each model: a response belongs to the form that was sent. */
export function usePriceForm({ id, lastResult, defaultValue }: UsePriceFormOptions) {
  const navigation = useNavigation();
  const [form, fields] = useForm({
    id,
    lastResult: lastResult?.initialValue?.['form'] === id ? lastResult : undefined,
    defaultValue: { ...defaultValue, form: id },
    onValidate: ({ formData }) => parseForm(formData, setPriceSchema),
    shouldRevalidate: 'onInput',
  });
  const pending = navigation.formData?.get('form') === id;
  return { formProps: getFormProps(form), fields, pending };
}
