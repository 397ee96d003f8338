import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../views/ui/CopyButton.tsx';
import { Notice } from '../../views/ui/Notice.tsx';

/** A new token, shown this one time. */
export function NewTokenNotice({ name, token }: { name: string; token: string }) {
  const { t } = useTranslation('tokens');
  return (
    <Notice kind="success" title={t('created.title', { name })}>
      <p>{t('created.hint')}</p>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <code className="rounded-lg border border-line bg-sunken px-3 py-2 font-mono text-[0.8125rem] wrap-anywhere">
          {token}
        </code>
        <CopyButton text={token} label={t('created.label')} />
      </div>
    </Notice>
  );
}
