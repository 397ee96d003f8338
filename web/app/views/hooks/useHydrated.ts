import { useSyncExternalStore } from 'react';

const subscribe = () => () => undefined;

/** Whether the browser has taken over: what only it knows (its time zone, that scripts run) may be shown from then on. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
}
