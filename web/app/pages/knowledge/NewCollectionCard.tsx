import {
  getFormProps,
  getInputProps,
  getTextareaProps,
  type SubmissionResult,
  useForm,
} from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { collectionFormSchema } from '../../data/knowledge/collectionForm.ts';
import { parseForm } from '../../data/requests/parseForm.ts';
import { Button } from '../../views/ui/Button.tsx';
import { Card, CardBody, CardHeader } from '../../views/ui/Card.tsx';
import { Field } from '../../views/ui/Field.tsx';
import { Input } from '../../views/ui/Input.tsx';
import { Textarea } from '../../views/ui/Textarea.tsx';

export type NewCollectionCardProps = {
  /** What new collections are made for; dimensions are null where a person has to say them. */
  embedding: { model: string; dimensions: number | null };
  lastResult: SubmissionResult | undefined;
};

/** Makes one more collection. */
export function NewCollectionCard({ embedding, lastResult }: NewCollectionCardProps) {
  const { t } = useTranslation('knowledge');
  const navigation = useNavigation();
  const [form, fields] = useForm({
    id: 'new-collection',
    lastResult,
    defaultValue: { name: '', description: '', dimensions: '' },
    onValidate: ({ formData }) => parseForm(formData, collectionFormSchema),
    shouldRevalidate: 'onInput',
  });
  const { model, dimensions } = embedding;
  return (
    <Card>
      <CardHeader title={t('form.title')} description={t('form.description')} />
      <CardBody>
        <Form method="post" {...getFormProps(form)} className="space-y-4">
          <Field label={t('form.name')} hint={t('form.nameHint')} errors={fields.name.errors}>
            {(control) => (
              <Input
                {...getInputProps(fields.name, { type: 'text' })}
                {...control}
                placeholder={t('form.namePlaceholder')}
                autoComplete="off"
                className="max-w-md"
              />
            )}
          </Field>
          <Field label={t('form.about')} errors={fields.description.errors}>
            {(control) => (
              <Textarea
                {...getTextareaProps(fields.description)}
                {...control}
                rows={2}
                className="min-h-16"
              />
            )}
          </Field>
          {dimensions === null ? (
            <Field
              label={t('form.dimensions')}
              hint={t('form.dimensionsHint', { model })}
              errors={fields.dimensions.errors}
            >
              {(control) => (
                <Input
                  {...getInputProps(fields.dimensions, { type: 'text' })}
                  {...control}
                  inputMode="numeric"
                  autoComplete="off"
                  className="tabular max-w-32"
                />
              )}
            </Field>
          ) : (
            <p className="text-sm">
              <span className="font-medium">{t('form.model')}</span>{' '}
              <span className="wrap-anywhere text-ink-muted">{t('space', { model, dimensions })}</span>
            </p>
          )}
          <Button type="submit" variant="primary" pending={navigation.state === 'submitting'}>
            {t('form.submit')}
          </Button>
        </Form>
      </CardBody>
    </Card>
  );
}
