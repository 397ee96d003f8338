import type { Language } from '../../languages/language.ts';
import { perLanguage } from './formatters.ts';

const inCents = amounts(2);
const inHundredthsOfCents = amounts(4);
const inMicroDollars = amounts(6);

/**
 * Micro-dollars for reading: in cents, or with more digits if the amount is below a cent.
 *
 * @example formatMoney(1_234_567n, 'en') // "$1.23"
 * @example formatMoney(420, 'en') // "$0.00042"
 */
export function formatMoney(microUsd: bigint | number, language: Language): string {
  const micro = Number(microUsd);
  const dollars = micro / 1_000_000;
  const format =
    micro === 0 || Math.abs(dollars) >= 0.1
      ? inCents
      : Math.abs(dollars) >= 0.001
        ? inHundredthsOfCents
        : inMicroDollars;
  return format(language).format(dollars);
}

function amounts(maximumFractionDigits: number) {
  return perLanguage(
    (language) =>
      new Intl.NumberFormat(language, {
        style: 'currency',
        currency: 'USD',
        currencyDisplay: 'narrowSymbol',
        minimumFractionDigits: 2,
        maximumFractionDigits,
      }),
  );
}
