import { Form, useNavigation } from '@remix-run/react';
import { Trans, useTranslation } from 'react-i18next';
import type { InboundWebhookView } from '../../data/webhooks/inboundWebhooks.server.ts';
import { overlaps } from '../../data/webhooks/webhookForm.ts';
import { Button } from '../../views/ui/Button.tsx';
import { Field } from '../../views/ui/Field.tsx';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';
import { Select } from '../../views/ui/Select.tsx';

/** A webhook: its address, what it has accepted and refused, and what can be done with it. */
export function WebhookItem({ webhook }: { webhook: InboundWebhookView }) {
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
