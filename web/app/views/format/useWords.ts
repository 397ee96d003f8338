import { useTranslation } from 'react-i18next';
import type { Translate } from '../../languages/translator.ts';
import { type Format, formatOf } from './createFormat.ts';

/**
 * What functions that return words need: messages by their full names (`t('terminations:cost.name')`), and a
 * formatter of numbers.
 */
export type Words = { t: Translate; format: Format };

/** The words of the page's language, for functions that return words. */
export function useWords(): Words {
  const { i18n } = useTranslation();
  return { t: i18n.t, format: formatOf(i18n) };
}
