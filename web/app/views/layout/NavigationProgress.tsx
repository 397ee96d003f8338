import { useNavigation } from '@remix-run/react';

/** A line along the top while the next page is loading; pages that load fast never show it. */
export function NavigationProgress() {
  const { state } = useNavigation();
  if (state === 'idle') return null;
  return (
    <div aria-hidden className="fixed inset-x-0 top-0 z-50 h-0.5 overflow-hidden">
      <div className="h-full w-full origin-left animate-progress bg-rail-accent" />
    </div>
  );
}
