import { getFormProps, getInputProps, type SubmissionResult, useForm } from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { webhookSchema } from '../../data/notices/noticeForm.ts';
import { parseForm } from '../../data/requests/parseForm.ts';
import { Button } from '../../views/ui/Button.tsx';
import { Card, CardBody, CardHeader } from '../../views/ui/Card.tsx';
import { Field } from '../../views/ui/Field.tsx';
import { Input } from '../../views/ui/Input.tsx';

export interface WebhooksCardProps {
  webhooks: readonly { id: string; url: string; secretName: string }[];
  mayEdit: boolean;
  lastResult: SubmissionResult | undefined;
}

/** The addresses that are told, and another one. */
export function WebhooksCard({ webhooks, mayEdit, lastResult }: WebhooksCardProps) {
  const { t } = useTranslation('notices');
  return (
    <Card>
      <CardHeader title={t('webhooks.title')} description={t('webhooks.description')} />
      <CardBody>
        {webhooks.length === 0 ? (
          <p className="text-sm text-ink-muted">{t('webhooks.none')}</p>
        ) : (
          <ul className="divide-y divide-line">
            {webhooks.map(({ id, url, secretName }) => (
              <li key={id} className="flex flex-wrap items-center gap-3 py-2.5">
                <div className="min-w-44 flex-1">
                  <p className="font-mono text-sm wrap-anywhere">{url}</p>
                  <p className="text-[0.8125rem] text-ink-muted">
                    {t('webhooks.secret', { name: secretName })}
                  </p>
                </div>
                {mayEdit ? (
                  <Form method="post">
                    <input type="hidden" name="webhookId" value={id} />
                    <Button
                      type="submit"
                      name="intent"
                      value="remove"
                      size="sm"
                      aria-label={t('webhooks.removeName', { url })}
                    >
                      {t('webhooks.remove')}
                    </Button>
                  </Form>
                ) : null}
              </li>
            ))}
          </ul>
        )}
        {mayEdit ? (
          <NewWebhook lastResult={lastResult} />
        ) : (
          <p className="mt-3 text-sm text-ink-muted">{t('webhooks.ownerOnly')}</p>
        )}
      </CardBody>
    </Card>
  );
}

function NewWebhook({ lastResult }: { lastResult: SubmissionResult | undefined }) {
  const { t } = useTranslation('notices');
  const navigation = useNavigation();
  const [form, fields] = useForm({
    id: 'new-webhook',
    lastResult,
    defaultValue: { url: '', secretName: '' },
    onValidate: ({ formData }) => parseForm(formData, webhookSchema),
    shouldRevalidate: 'onInput',
  });
  return (
    <Form method="post" {...getFormProps(form)} className="mt-4 flex flex-wrap items-end gap-3">
      <input type="hidden" name="intent" value="webhook" />
      <Field
        label={t('webhooks.url')}
        errors={fields.url.errors}
        className="min-w-44 basis-full sm:flex-1 sm:basis-0"
      >
        {(control) => (
          <Input
            {...getInputProps(fields.url, { type: 'url' })}
            {...control}
            autoComplete="off"
            className="font-mono text-sm"
          />
        )}
      </Field>
      <Field label={t('webhooks.secretName')} errors={fields.secretName.errors} className="w-52">
        {(control) => (
          <Input
            {...getInputProps(fields.secretName, { type: 'text' })}
            {...control}
            autoComplete="off"
            className="font-mono text-sm"
          />
        )}
      </Field>
      <Button type="submit" pending={navigation.formData?.get('intent') === 'webhook'}>
        {t('webhooks.add')}
      </Button>
    </Form>
  );
}
