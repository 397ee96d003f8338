import { EndWords } from '../../EndWords.tsx';
import type { RunView } from '../../../../data/conversations/view.ts';

/** Where a run that was followed by another ended, and why. */
export function RunEnd({ run, end }: { run: number; end: RunView | null }) {
  return (
    <li data-run-end={run} className="flex justify-center pt-4 text-center text-sm">
      <EndWords
        run={run}
        state={end?.state ?? null}
        stopReason={end?.stopReason ?? null}
        endedAt={end?.endedAt ?? null}
      />
    </li>
  );
}
