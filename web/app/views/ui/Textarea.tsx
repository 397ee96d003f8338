import { forwardRef, type TextareaHTMLAttributes } from 'react';
import { classNames } from './classNames.ts';
import { CONTROL_CLASSES } from './control.ts';

/** A text field of several lines; grows with its content if the browser supports it. */
export const Textarea = forwardRef<HTMLTextAreaElement, TextareaHTMLAttributes<HTMLTextAreaElement>>(
  function Textarea({ className, ...rest }, ref) {
    return (
      <textarea
        ref={ref}
        className={classNames(
          CONTROL_CLASSES,
          'field-sizing-content max-h-[60vh] min-h-24 resize-y py-2 text-[0.9375rem] leading-relaxed',
          className,
        )}
        {...rest}
      />
    );
  },
);
