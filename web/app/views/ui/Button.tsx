import { cva, type VariantProps } from 'class-variance-authority';
import { Slot } from 'radix-ui';
import { type ButtonHTMLAttributes, forwardRef } from 'react';
import { classNames } from './classNames.ts';
import { Spinner } from './Spinner.tsx';

const buttonClasses = cva(
  [
    'inline-flex shrink-0 items-center justify-center gap-2 rounded-lg border border-transparent font-medium whitespace-nowrap',
    'transition-colors duration-100 select-none active:translate-y-px',
    'disabled:pointer-events-none disabled:opacity-55 aria-disabled:pointer-events-none aria-disabled:opacity-55',
    '[&_svg]:size-4 [&_svg]:shrink-0',
  ],
  {
    variants: {
      variant: {
        primary: 'bg-brand text-on-brand shadow-raised hover:bg-brand-hover',
        secondary: 'border-line bg-surface text-ink shadow-raised hover:bg-hover',
        ghost: 'text-ink-muted hover:bg-hover hover:text-ink',
        danger: 'bg-danger text-on-danger shadow-raised hover:bg-danger-hover',
        link: 'h-auto rounded px-0 text-brand-ink underline-offset-4 hover:underline',
      },
      size: {
        sm: 'h-8 px-3 text-[0.8125rem]',
        md: 'h-10 px-4 text-sm',
        lg: 'h-11 px-5 text-[0.9375rem]',
        icon: 'size-9',
      },
    },
    compoundVariants: [{ variant: 'link', className: 'h-auto px-0' }],
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
);

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> &
  VariantProps<typeof buttonClasses> & {
    /** Gives its appearance to its only child, such as a link. */
    asChild?: boolean;
    /** The action is in progress: shows a spinner and ignores further clicks. */
    pending?: boolean;
  };

/** A button, or with `asChild` a link that looks like one. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { variant, size, asChild = false, pending = false, className, children, ...rest },
  ref,
) {
  const classes = classNames(buttonClasses({ variant, size }), className);
  if (asChild) {
    return (
      <Slot.Root ref={ref} className={classes} {...rest}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button ref={ref} type="button" className={classes} aria-disabled={pending || undefined} {...rest}>
      {pending ? <Spinner /> : null}
      {children}
    </button>
  );
});
