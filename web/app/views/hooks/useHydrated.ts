import { useSyncExternalStore } from 'react';

const subscribe = () => () => undefined;

/** Whether the page is hydrated: from then on it may show what only the browser knows, such as its time zone. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
}
