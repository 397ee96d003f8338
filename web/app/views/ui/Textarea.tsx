import { forwardRef, type TextareaHTMLAttributes } from 'react';
import { classNames } from './classNames.ts';
import { CONTROL_CLASSES } from './control.ts';

/** Many lines of text; grows with them where the browser can. */
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
