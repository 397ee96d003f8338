import { classNames } from './classNames.ts';

/** Holds the place of what has not arrived. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={classNames('animate-shimmer rounded-md bg-hover', className)} />;
}
