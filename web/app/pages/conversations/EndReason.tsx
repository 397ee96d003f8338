import { useTranslation } from 'react-i18next';
import { outsideEndOf } from '../../../../workflows/domain/conversation/outsideEnds.ts';
import type { EndState } from '../../../../workflows/domain/recordStates.ts';

/** Why a run ended: what ended it from outside in the reader's language, anything else in the words that are stored. */
export function EndReason({ state, stopReason }: { state: EndState | null; stopReason: string | null }) {
  const { t } = useTranslation('conversation');
  if (stopReason === null || stopReason.toLowerCase() === state) return null;
  const outside = outsideEndOf({ state, stopReason });
  return (
    <p className="mt-0.5 text-[0.8125rem] text-ink-muted wrap-anywhere">
      {outside === null ? stopReason : t(`endFromOutside.${outside}`)}
    </p>
  );
}
