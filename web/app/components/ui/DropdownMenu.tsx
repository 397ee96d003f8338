import { DropdownMenu as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { classNames } from './classNames.ts';
import { MENU_CLASSES } from './overlay.ts';

export const DropdownMenu = Radix.Root;
export const DropdownMenuTrigger = Radix.Trigger;

/** The sheet of a menu that opens from a button. */
export function DropdownMenuContent({ className, ...rest }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content sideOffset={6} align="end" className={classNames(MENU_CLASSES, className)} {...rest} />
    </Radix.Portal>
  );
}

/** One deed or link of a menu; `asChild` for links and submit buttons. */
export function DropdownMenuItem({
  danger = false,
  className,
  ...rest
}: ComponentProps<typeof Radix.Item> & { danger?: boolean }) {
  return (
    <Radix.Item
      className={classNames(
        'flex w-full cursor-pointer items-center gap-2.5 rounded-md px-2.5 py-2 text-sm outline-none select-none',
        'data-[disabled]:pointer-events-none data-[disabled]:opacity-50 [&_svg]:size-4',
        danger ? 'text-red-ink data-[highlighted]:bg-red-soft' : 'text-ink data-[highlighted]:bg-hover',
        className,
      )}
      {...rest}
    />
  );
}

/** A heading inside a menu. */
export function DropdownMenuLabel({ className, ...rest }: ComponentProps<typeof Radix.Label>) {
  return (
    <Radix.Label
      className={classNames('px-2.5 py-1.5 text-xs font-medium text-ink-muted', className)}
      {...rest}
    />
  );
}

/** A line between groups of a menu. */
export function DropdownMenuSeparator() {
  return <Radix.Separator className="my-1.5 h-px bg-line" />;
}
