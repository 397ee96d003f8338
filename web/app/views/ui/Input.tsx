import { forwardRef, type InputHTMLAttributes } from 'react';
import { classNames } from './classNames.ts';
import { CONTROL_CLASSES } from './control.ts';

/** A one-line text field. Put it into a Field, which provides its label and its error. */
export const Input = forwardRef<HTMLInputElement, InputHTMLAttributes<HTMLInputElement>>(function Input(
  { className, ...rest },
  ref,
) {
  return (
    <input ref={ref} className={classNames(CONTROL_CLASSES, 'h-10 text-[0.9375rem]', className)} {...rest} />
  );
});
