import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { useVisible } from './useVisible.ts';

/** Loads the page's data again every so often, as long as it is wanted and the page can be seen. */
export function useRevalidateEvery(everyMs: number, isWanted = true): void {
  const isVisible = useVisible();
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isVisible || !isWanted) return;
    const timer = setInterval(() => void revalidate(), everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [everyMs, isVisible, isWanted, revalidate]);
}
