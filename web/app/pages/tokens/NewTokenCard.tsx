import {
  getFormProps,
  getInputProps,
  getSelectProps,
  type SubmissionResult,
  useForm,
} from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { parseForm } from '../../data/requests/parseForm.ts';
import { createTokenSchema, TOKEN_LIFETIMES } from '../../data/tokens/tokenForm.ts';
import { Button } from '../../views/ui/Button.tsx';
import { Card, CardBody, CardHeader } from '../../views/ui/Card.tsx';
import { Field } from '../../views/ui/Field.tsx';
import { Input } from '../../views/ui/Input.tsx';
import { Select } from '../../views/ui/Select.tsx';

/** Creates another token. */
export function NewTokenCard({ lastResult }: { lastResult: SubmissionResult | undefined }) {
  const { t } = useTranslation('tokens');
  const navigation = useNavigation();
  const [form, fields] = useForm({
    id: 'new-token',
    lastResult,
    defaultValue: { name: '', lifetime: '90' },
    onValidate: ({ formData }) => parseForm(formData, createTokenSchema),
    shouldRevalidate: 'onInput',
  });
  return (
    <Card>
      <CardHeader title={t('form.title')} description={t('form.description')} />
      <CardBody>
        <Form method="post" {...getFormProps(form)} className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="intent" value="create" />
          <Field
            label={t('form.name')}
            errors={fields.name.errors}
            className="min-w-44 basis-full sm:flex-1 sm:basis-0"
          >
            {(control) => (
              <Input
                {...getInputProps(fields.name, { type: 'text' })}
                {...control}
                placeholder={t('form.namePlaceholder')}
                autoComplete="off"
              />
            )}
          </Field>
          <Field label={t('form.lifetime')} errors={fields.lifetime.errors} className="w-44">
            {(control) => (
              <Select {...getSelectProps(fields.lifetime)} {...control}>
                {TOKEN_LIFETIMES.map((lifetime) => (
                  <option key={lifetime} value={lifetime}>
                    {lifetime === 'never'
                      ? t('form.untilRevoked')
                      : t('form.days', { count: Number(lifetime) })}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Button type="submit" variant="primary" pending={navigation.formData?.get('intent') === 'create'}>
            {t('form.submit')}
          </Button>
        </Form>
      </CardBody>
    </Card>
  );
}
