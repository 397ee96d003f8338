import { getFormProps, getInputProps, type SubmissionResult, useForm } from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import { Trans, useTranslation } from 'react-i18next';
import { parseForm } from '../../data/requests/parseForm.ts';
import type { InboundWebhookView } from '../../data/webhooks/inboundWebhooks.server.ts';
import { inboundWebhookForm, overlaps } from '../../data/webhooks/webhookForm.ts';
import { Button } from '../../views/ui/Button.tsx';
import { Card, CardBody } from '../../views/ui/Card.tsx';
import { CopyButton } from '../../views/ui/CopyButton.tsx';
import { Field } from '../../views/ui/Field.tsx';
import { Input } from '../../views/ui/Input.tsx';
import { Notice } from '../../views/ui/Notice.tsx';
import { Page } from '../../views/ui/Page.tsx';
import { PageHeader } from '../../views/ui/PageHeader.tsx';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';
import { Select } from '../../views/ui/Select.tsx';

export interface InboundWebhooksPageProps {
  conversationId: string;
  /** Of the conversation. */
  title: string;
  webhooks: readonly InboundWebhookView[];
  result: SubmissionResult | null;
  /** A new one with its secret, shown this one time. */
  added: { webhook: InboundWebhookView; secret: string } | null;
  /** One with its next secret, shown this one time. */
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

function WebhookItem({ webhook }: { webhook: InboundWebhookView }) {
  const { t } = useTranslation('webhooks');
  const { id, name, url, previousSecretUntil, lastAcceptedAt, lastRefusedAt, lastRefusal } = webhook;
  return (
    <li className="flex flex-wrap items-center gap-3 py-2.5">
      <div className="min-w-44 flex-1">
        <p className="text-sm font-medium wrap-anywhere">{name}</p>
        <p className="font-mono text-[0.8125rem] wrap-anywhere">{url}</p>
        <p className="text-[0.8125rem] text-ink-muted">
          {lastAcceptedAt === null ? (
            t('never')
          ) : (
            <Trans t={t} i18nKey="accepted" components={{ time: <RelativeTime at={lastAcceptedAt} /> }} />
          )}
        </p>
        {lastRefusedAt === null ? null : (
          <p className="text-[0.8125rem] text-ink-muted">
            <Trans
              t={t}
              i18nKey="refused"
              values={{ refusal: lastRefusal ?? '' }}
              components={{ time: <RelativeTime at={lastRefusedAt} />, code: <code className="font-mono" /> }}
            />
          </p>
        )}
        {previousSecretUntil === null ? null : (
          <p className="text-[0.8125rem] text-ink-muted">
            <Trans
              t={t}
              i18nKey="overlaps"
              components={{ time: <RelativeTime at={previousSecretUntil} /> }}
            />
          </p>
        )}
        <RotateForm webhook={webhook} />
      </div>
      <Form method="post">
        <input type="hidden" name="webhookId" value={id} />
        <Button type="submit" name="intent" value="remove" size="sm" aria-label={t('removeName', { name })}>
          {t('remove')}
        </Button>
      </Form>
    </li>
  );
}

/** Gives a webhook its next secret, when its reader has opened the form. */
function RotateForm({ webhook: { id, name, secretNumber } }: { webhook: InboundWebhookView }) {
  const { t } = useTranslation('webhooks');
  const navigation = useNavigation();
  const pending =
    navigation.formData?.get('intent') === 'rotate' && navigation.formData.get('webhookId') === id;
  return (
    <details key={secretNumber} className="mt-1 text-[0.8125rem]">
      <summary className="cursor-pointer font-medium" aria-label={t('rotate.openName', { name })}>
        {t('rotate.open')}
      </summary>
      <Form method="post" className="mt-2 flex flex-wrap items-end gap-3">
        <input type="hidden" name="webhookId" value={id} />
        <input type="hidden" name="secretNumber" value={secretNumber} />
        <Field label={t('rotate.overlap')} className="min-w-44 basis-full sm:flex-1 sm:basis-0">
          {(control) => (
            <Select name="overlap" defaultValue="day" {...control}>
              {overlaps.map((overlap) => (
                <option key={overlap} value={overlap}>
                  {t(`rotate.overlaps.${overlap}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button type="submit" name="intent" value="rotate" size="sm" pending={pending}>
          {t('rotate.submit')}
        </Button>
      </Form>
    </details>
  );
}

type Shown = { label: string; text: string; copy: string };

function NewWebhook({ webhook, secret }: { webhook: InboundWebhookView; secret: string }) {
  const { t } = useTranslation('webhooks');
  const shown = [
    { label: t('created.url'), text: webhook.url, copy: t('created.copyUrl') },
    { label: t('created.secret'), text: secret, copy: t('created.copySecret') },
  ];
  return (
    <Notice kind="success" title={t('created.title', { name: webhook.name })}>
      <p>{t('created.hint')}</p>
      <ShownOnce shown={shown} />
    </Notice>
  );
}

function NewSecret({ webhook, secret }: { webhook: InboundWebhookView; secret: string }) {
  const { t } = useTranslation('webhooks');
  const shown = [{ label: t('created.secret'), text: secret, copy: t('created.copySecret') }];
  return (
    <Notice kind="success" title={t('rotated.title', { name: webhook.name })}>
      <p>{webhook.previousSecretUntil === null ? t('rotated.atOnce') : t('rotated.hint')}</p>
      <ShownOnce shown={shown} />
    </Notice>
  );
}

function ShownOnce({ shown }: { shown: readonly Shown[] }) {
  return (
    <dl className="mt-3 space-y-3">
      {shown.map(({ label, text, copy }) => (
        <div key={label}>
          <dt className="text-xs font-medium">{label}</dt>
          <dd className="mt-1 flex flex-wrap items-center gap-3">
            <code className="rounded-lg border border-line bg-sunken px-3 py-2 font-mono text-[0.8125rem] wrap-anywhere">
              {text}
            </code>
            <CopyButton text={text} label={copy} />
          </dd>
        </div>
      ))}
    </dl>
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
