import { lazy, Suspense } from 'react';
import { useHydrated } from '../../../views/hooks/useHydrated.ts';
import type { MergeDiffViewProps } from './MergeDiffView.tsx';
import { PlainDiff } from './PlainDiff.tsx';

const View = lazy(async () => ({ default: (await import('./MergeDiffView.tsx')).MergeDiffView }));

/** What is different between two texts: as plain lines at first, side by side once the browser has what it takes. */
export function VersionDiff(props: MergeDiffViewProps) {
  const { before, after, beforeLabel, afterLabel } = props;
  const plain = (
    <PlainDiff before={before} after={after} label={`What is new from ${beforeLabel} to ${afterLabel}`} />
  );
  if (!useHydrated()) return plain;
  return (
    <Suspense fallback={plain}>
      <View {...props} />
    </Suspense>
  );
}
