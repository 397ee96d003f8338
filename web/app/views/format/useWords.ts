import { useTranslation } from 'react-i18next';
import type { Translate } from '../../languages/translator.ts';
import { type Format, formatOf } from './createFormat.ts';

/** What a function that makes words is given: messages by their whole names (`t('terminations:cost.name')`), and numbers. */
export type Words = { t: Translate; format: Format };

/** The words of the page's language, for functions that make words of what they are given. */
export function useWords(): Words {
  const { i18n } = useTranslation();
  return { t: i18n.t, format: formatOf(i18n) };
}
