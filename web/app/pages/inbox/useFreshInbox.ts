import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { useVisible } from '../../views/hooks/useVisible.ts';

const EVERY_MS = 5_000;

/** Looks again for tasks every few seconds while the page can be seen. Forms that are being filled in stay as they are. */
export function useFreshInbox(): void {
  const visible = useVisible();
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!visible) return;
    const timer = setInterval(revalidate, EVERY_MS);
    return () => {
      clearInterval(timer);
    };
  }, [visible, revalidate]);
}
