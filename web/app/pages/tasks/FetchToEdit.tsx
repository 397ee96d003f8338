import { useState } from 'react';
import { Button } from '../../views/ui/Button.tsx';
import { FormError } from '../../views/ui/FormError.tsx';
import { formatBytes } from '../../views/format/bytes.ts';
import { rawTextPath, type ShownText } from '../../views/text/shownText.ts';
import { useHydrated } from '../../views/hooks/useHydrated.ts';

/** An answer has room for as many characters, and a text field can take no more without stalling. */
const MOST_EDITED_BYTES = 100_000;

/** In place of a form that edits a text which the page has only the beginning of: saved, that would be all that is left. */
export function FetchToEdit({ shown, onFetched }: { shown: ShownText; onFetched: (text: string) => void }) {
  const [state, setState] = useState<'idle' | 'pending' | 'failed'>('idle');
  const hydrated = useHydrated();
  const size = formatBytes(shown.wholeBytes ?? 0);
  if ((shown.wholeBytes ?? 0) > MOST_EDITED_BYTES) {
    return <p className="text-sm text-ink-muted">At {size} it is too long to be edited.</p>;
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
      <p className="text-sm text-ink-muted">The page has only the beginning of its {size}.</p>
      <Button size="sm" disabled={!hydrated} pending={state === 'pending'} onClick={() => void fetchText()}>
        Fetch the whole to edit it
      </Button>
      {state === 'failed' ? <FormError errors={['It could not be fetched. Try again.']} /> : null}
    </div>
  );
}
