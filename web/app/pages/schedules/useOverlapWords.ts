import { useTranslation } from 'react-i18next';
import type { OverlapPolicy } from '../../../../workflows/domain/schedules/states.ts';

/** The messages of policies; a name that ends in "_one" would be a plural. */
const MESSAGES = {
  skip: 'form.overlaps.skip',
  buffer_one: 'form.overlaps.oneWaits',
  buffer_all: 'form.overlaps.allWait',
  cancel_other: 'form.overlaps.cancelOther',
  terminate_other: 'form.overlaps.terminateOther',
  allow_all: 'form.overlaps.allowAll',
} as const satisfies Record<OverlapPolicy, string>;

/** Those of a schedule that wakes a standing conversation; it can't have the others. */
const WAKING_MESSAGES = {
  ...MESSAGES,
  buffer_all: 'form.overlaps.eachWaits',
  allow_all: 'form.overlaps.takenTogether',
} as const satisfies Record<OverlapPolicy, string>;

/** What an overlap policy does, in words. */
export function useOverlapWords(isWaking: boolean): (policy: OverlapPolicy) => string {
  const { t } = useTranslation('schedules');
  return (policy) => t((isWaking ? WAKING_MESSAGES : MESSAGES)[policy]);
}
