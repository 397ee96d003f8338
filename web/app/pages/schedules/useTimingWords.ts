import { useTranslation } from 'react-i18next';
import type { ScheduleSpec } from '../../../../workflows/domain/schedules/spec.ts';
import { useWords } from '../../views/format/useWords.ts';
import { timingInWords } from './timingInWords.ts';

/** As timingInWords, in the language of the page. */
export function useTimingWords(): (spec: Pick<ScheduleSpec, 'timing'> | null) => string {
  const words = useWords();
  const { i18n } = useTranslation();
  return (spec) => timingInWords(spec, words, i18n.language);
}
