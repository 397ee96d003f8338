import { useTranslation } from 'react-i18next';
import { type Format, formatOf } from './createFormat.ts';

/** The formats of the page's language. */
export function useFormat(): Format {
  return formatOf(useTranslation().i18n);
}
