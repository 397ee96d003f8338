import { useEffect, useRef, useState } from 'react';
import { type FormPreview, previewOfForm } from '../../data/schedules/previewOfForm.ts';

/** Typing pauses for this long before the times are worked out. */
const PAUSE_MS = 200;

/** The next times of what stands in the form, worked out in the browser as the server would. */
export function useLivePreview(initial: FormPreview | null, lastResult: unknown) {
  const ref = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [live, setLive] = useState<FormPreview | null>(null);
  // What the server has answered counts until something is changed again.
  useEffect(() => {
    setLive(null);
  }, [lastResult]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const look = (): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (ref.current !== null) setLive(previewOfForm(new FormData(ref.current), new Date()));
    }, PAUSE_MS);
  };
  return { ref, preview: live ?? initial, look };
}
