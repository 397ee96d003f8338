import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fault } from '../../languages/fault.ts';
import { useFormat } from '../../views/format/useFormat.ts';
import { useHydrated } from '../../views/hooks/useHydrated.ts';
import { rawTextPath, type ShownText } from '../../views/text/shownText.ts';
import { Button } from '../../views/ui/Button.tsx';
import { FormError } from '../../views/ui/FormError.tsx';

/** The most that an answer accepts, and that a text field can edit without stalling. */
const MOST_EDITED_BYTES = 100_000;

/** Replaces the edit form of a text that was cut: saving the beginning alone would lose the rest. */
export function FetchToEdit({ shown, onFetched }: { shown: ShownText; onFetched: (text: string) => void }) {
  const [state, setState] = useState<'idle' | 'pending' | 'failed'>('idle');
  const hydrated = useHydrated();
  const { t } = useTranslation('tasks');
  const size = useFormat().bytes(shown.wholeBytes ?? 0);
  if ((shown.wholeBytes ?? 0) > MOST_EDITED_BYTES) {
    return <p className="text-sm text-ink-muted">{t('fetch.tooLong', { size })}</p>;
  }
  const fetchText = async () => {
    setState('pending');
    try {
      const response = await fetch(rawTextPath(shown));
      if (!response.ok) throw new Error(`status ${String(response.status)}`);
      onFetched(await response.text());
    } catch {
      setState('failed');
    }
  };
  return (
    <div className="space-y-2">
      <p className="text-sm text-ink-muted">{t('fetch.partly', { size })}</p>
      <Button size="sm" disabled={!hydrated} pending={state === 'pending'} onClick={() => void fetchText()}>
        {t('fetch.submit')}
      </Button>
      {state === 'failed' ? <FormError errors={[fault('tasks:faults.notFetched')]} /> : null}
    </div>
  );
}
