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

/** What an overlap policy does, in words. */
export function useOverlapWords(): (policy: OverlapPolicy) => string {
  const { t } = useTranslation('schedules');
  return (policy) => t(MESSAGES[policy]);
}
