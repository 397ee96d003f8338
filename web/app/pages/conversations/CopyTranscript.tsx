import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '../../views/ui/Toast.tsx';

/** Copies the transcript as Markdown. Hidden if the browser offers no clipboard. */
export function CopyTranscript({ address }: { address: string }) {
  const { t } = useTranslation('conversation');
  const toast = useToast();
  const [available, setAvailable] = useState(false);
  useEffect(() => setAvailable(window.isSecureContext), []);
  if (!available) return null;
  const copy = async () => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`The transcript could not be read: ${String(answer.status)}`);
    await navigator.clipboard.writeText(await answer.text());
  };
  return (
    <li>
      <button
        type="button"
        className="rounded text-brand-ink underline-offset-4 hover:underline"
        onClick={() => {
          copy().then(
            () => toast({ title: t('files.copied') }),
            () => toast({ title: t('files.notCopied'), tone: 'error' }),
          );
        }}
      >
        {t('files.copy')}
      </button>
    </li>
  );
}
