import { type ClassValue, clsx } from 'clsx';
import { twMerge } from 'tailwind-merge';

/**
 * Joins class names; if two Tailwind classes set the same property, the later one wins.
 *
 * @example classNames('px-4', wide && 'px-8', className)
 */
export function classNames(...values: ClassValue[]): string {
  return twMerge(clsx(values));
}
