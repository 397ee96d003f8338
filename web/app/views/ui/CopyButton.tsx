import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { useToast } from './Toast.tsx';

const SHOWN_MS = 2_000;

/** Copies a text to the clipboard. Renders nothing without JavaScript or access to the clipboard. */
export function CopyButton({ text, label, className }: { text: string; label: string; className?: string }) {
  const { t } = useTranslation();
  const toast = useToast();
  const [available, setAvailable] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => setAvailable(window.isSecureContext), []);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  if (!available) return null;
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => {
        setCopied(true);
        toast({ title: t('copied', { label }) });
      },
      () => toast({ title: t('notCopied', { label }), tone: 'error' }),
    );
  };
  return (
    <Button size="sm" aria-label={t('copyOf', { label })} onClick={copy} className={className}>
      {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
      {t('copy')}
    </Button>
  );
}
