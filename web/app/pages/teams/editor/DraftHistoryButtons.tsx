import { Redo2, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../views/ui/Button.tsx';
import type { DraftHistory, HistoryChange } from './draftHistory.ts';

export type DraftHistoryButtonsProps = {
  history: Pick<DraftHistory, 'past' | 'future'>;
  change: (change: HistoryChange) => void;
};

/** Undo and redo for changes in the form and the JSON. */
export function DraftHistoryButtons({ history: { past, future }, change }: DraftHistoryButtonsProps) {
  const { t } = useTranslation('editor');
  return (
    <div role="group" aria-label={t('changes')} className="flex gap-0.5">
      <Button
        variant="ghost"
        size="sm"
        // Not "disabled": the button would lose the focus with the last step.
        aria-disabled={past.length === 0 || undefined}
        onClick={() => change({ kind: 'undo' })}
      >
        <Undo2 aria-hidden />
        <span className="max-sm:sr-only">{t('undo')}</span>
      </Button>
      <Button
        variant="ghost"
        size="sm"
        aria-disabled={future.length === 0 || undefined}
        onClick={() => change({ kind: 'redo' })}
      >
        <Redo2 aria-hidden />
        <span className="max-sm:sr-only">{t('redo')}</span>
      </Button>
    </div>
  );
}
