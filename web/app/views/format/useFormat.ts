import { useTranslation } from 'react-i18next';
import { type Format, formatOf } from './createFormat.ts';

/** How things are written in the language of the page. */
export function useFormat(): Format {
  return formatOf(useTranslation().i18n);
}
