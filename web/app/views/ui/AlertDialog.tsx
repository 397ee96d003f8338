import { AlertDialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { BACKDROP_CLASSES, SHEET_CLASSES } from './overlay.ts';

export const AlertDialog = Radix.Root;
export const AlertDialogTrigger = Radix.Trigger;
export const AlertDialogCancel = Radix.Cancel;
export const AlertDialogAction = Radix.Action;

export type AlertDialogContentProps = {
  title: ReactNode;
  /** What will happen, and whether it can be undone. */
  description: ReactNode;
  /** The buttons: AlertDialogCancel first, it takes the focus. */
  children: ReactNode;
};

/** Asks before something that can't be taken back. */
export function AlertDialogContent({ title, description, children }: AlertDialogContentProps) {
  return (
    <Radix.Portal>
      <Radix.Overlay className={BACKDROP_CLASSES} />
      <Radix.Content className={SHEET_CLASSES}>
        <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
        <Radix.Description className="mt-2 text-sm text-ink-muted">{description}</Radix.Description>
        <div className="mt-6 flex flex-wrap justify-end gap-2">{children}</div>
      </Radix.Content>
    </Radix.Portal>
  );
}
