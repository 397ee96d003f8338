import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { readFault } from './fault.ts';

/** Says what is wrong (fault.ts) in words; a text that is no fault stays as it is. */
export function faultWords(t: TFunction, text: string): string {
  const fault = readFault(text);
  if (fault === null) return text;
  const values = Object.fromEntries(
    Object.entries(fault.values).map(([name, value]) => [
      name,
      typeof value === 'string' ? faultWords(t, value) : value,
    ]),
  );
  // Which values a message takes was checked where the fault was made. One that no catalogue holds stays as it came.
  return (t as (key: string, values: object) => string)(fault.key, { defaultValue: text, ...values });
}

/** As faultWords, in the language of the page. */
export function useFaultWords(): (text: string) => string {
  const { t } = useTranslation();
  return (text) => faultWords(t, text);
}
