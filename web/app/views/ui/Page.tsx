import type { ReactNode } from 'react';
import { classNames } from './classNames.ts';

const WIDTHS = { narrow: 'max-w-3xl', normal: 'max-w-5xl', wide: 'max-w-7xl' } as const;

/** The column that contains a page of the signed-in app. */
export function Page({ width = 'normal', children }: { width?: keyof typeof WIDTHS; children: ReactNode }) {
  return (
    <div className={classNames('mx-auto w-full px-4 pt-6 pb-16 sm:px-6 lg:px-8 lg:pt-9', WIDTHS[width])}>
      {children}
    </div>
  );
}
