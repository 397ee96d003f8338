import type { LabelHTMLAttributes } from 'react';
import { classNames } from './classNames.ts';

/** The name of a control. A Field brings its own. */
export function Label({ className, children, ...rest }: LabelHTMLAttributes<HTMLLabelElement>) {
  return (
    <label className={classNames('block text-sm font-medium text-ink', className)} {...rest}>
      {children}
    </label>
  );
}
