import { getFormProps, getInputProps, type SubmissionResult, useForm } from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { parseForm } from '../../data/requests/parseForm.ts';
import type { InboundWebhookView } from '../../data/webhooks/inboundWebhooks.server.ts';
import { inboundWebhookForm } from '../../data/webhooks/webhookForm.ts';
import { Button } from '../../views/ui/Button.tsx';
import { Card, CardBody } from '../../views/ui/Card.tsx';
import { Field } from '../../views/ui/Field.tsx';
import { Input } from '../../views/ui/Input.tsx';
import { Notice } from '../../views/ui/Notice.tsx';
import { Page } from '../../views/ui/Page.tsx';
import { PageHeader } from '../../views/ui/PageHeader.tsx';
import { NewSecret, NewWebhook } from './NewSecret.tsx';
import { WebhookItem } from './WebhookItem.tsx';

export interface InboundWebhooksPageProps {
  conversationId: string;
  /** Of the conversation. */
  title: string;
  webhooks: readonly InboundWebhookView[];
  result: SubmissionResult | null;
  /** A new one with its secret, shown only once. */
  added: { webhook: InboundWebhookView; secret: string } | null;
  /** One with its next secret, shown only once. */
  rotated: { webhook: InboundWebhookView; secret: string } | null;
  /** Its secret had been exchanged before. */
  stale: boolean;
  removed: boolean;
}

/** The webhooks that wake a standing conversation, and another one. */
export function InboundWebhooksPage(props: InboundWebhooksPageProps) {
  const { t } = useTranslation('webhooks');
  const { conversationId, title, webhooks, result, added, rotated, stale, removed } = props;
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: t('conversations'), to: '/conversations' },
          { label: title, to: `/conversations/${conversationId}` },
        ]}
        title={t('title')}
        description={t('description')}
      />
      <div className="space-y-5">
        {added === null ? null : <NewWebhook {...added} />}
        {rotated === null ? null : <NewSecret {...rotated} />}
        {stale ? <Notice kind="warning">{t('rotated.stale')}</Notice> : null}
        {removed ? <Notice kind="success">{t('removed')}</Notice> : null}
        <Card>
          <CardBody>
            {webhooks.length === 0 ? (
              <p className="text-sm text-ink-muted">{t('none')}</p>
            ) : (
              <ul className="divide-y divide-line">
                {webhooks.map((webhook) => (
                  <WebhookItem key={webhook.id} webhook={webhook} />
                ))}
              </ul>
            )}
            <AddForm key={added?.webhook.id ?? ''} lastResult={result ?? undefined} />
          </CardBody>
        </Card>
      </div>
    </Page>
  );
}

function AddForm({ lastResult }: { lastResult: SubmissionResult | undefined }) {
  const { t } = useTranslation('webhooks');
  const navigation = useNavigation();
  const [form, fields] = useForm({
    id: 'new-inbound-webhook',
    lastResult,
    defaultValue: { name: '' },
    onValidate: ({ formData }) => parseForm(formData, inboundWebhookForm),
    shouldRevalidate: 'onInput',
  });
  return (
    <Form method="post" {...getFormProps(form)} className="mt-4 flex flex-wrap items-end gap-3">
      <input type="hidden" name="intent" value="add" />
      <Field
        label={t('name')}
        hint={t('nameHint')}
        errors={fields.name.errors}
        className="min-w-44 basis-full sm:flex-1 sm:basis-0"
      >
        {(control) => (
          <Input {...getInputProps(fields.name, { type: 'text' })} {...control} autoComplete="off" />
        )}
      </Field>
      <Button type="submit" pending={navigation.formData?.get('intent') === 'add'}>
        {t('add')}
      </Button>
    </Form>
  );
}
