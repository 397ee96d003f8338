import { useTranslation } from 'react-i18next';
import type { InboundWebhookView } from '../../data/webhooks/inboundWebhooks.server.ts';
import { CopyButton } from '../../views/ui/CopyButton.tsx';
import { Notice } from '../../views/ui/Notice.tsx';

type Shown = { label: string; text: string; copy: string };

/** A new webhook with its address and its secret, which are shown only once. */
export function NewWebhook({ webhook, secret }: { webhook: InboundWebhookView; secret: string }) {
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

/** A webhook's next secret, which is shown only once. */
export function NewSecret({ webhook, secret }: { webhook: InboundWebhookView; secret: string }) {
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
