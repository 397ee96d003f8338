import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { readFault } from './fault.ts';

/** Says what is wrong (fault.ts) in words; a text that is no fault stays as it is. */
export function faultWords(t: TFunction, text: string): string {
  const fault = readFault(text);
  // Which values a message takes was checked where the fault was made.
  return fault === null ? text : (t as (key: string, values: object) => string)(fault.key, fault.values);
}

/** As faultWords, in the language of the page. */
export function useFaultWords(): (text: string) => string {
  const { t } = useTranslation();
  return (text) => faultWords(t, text);
}
