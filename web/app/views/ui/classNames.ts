import { type ClassValue, clsx } from 'clsx';
import { twMerge } from 'tailwind-merge';

/**
 * Joins class names; of two Tailwind classes that set the same property the later one stays.
 *
 * @example classNames('px-4', wide && 'px-8', className)
 */
export function classNames(...values: ClassValue[]): string {
  return twMerge(clsx(values));
}
