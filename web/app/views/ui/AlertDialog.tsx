import { AlertDialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

export const AlertDialog = Radix.Root;
export const AlertDialogTrigger = Radix.Trigger;
export const AlertDialogCancel = Radix.Cancel;
export const AlertDialogAction = Radix.Action;

export type AlertDialogContentProps = {
  title: ReactNode;
  /** What will happen, and whether it can be undone. */
  description: ReactNode;
  /** The buttons: AlertDialogCancel first, since the first one takes the focus. */
  children: ReactNode;
};

/** Asks for confirmation of something that can't be undone. */
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

/** The appearance shared by everything that floats above the page. */
const BACKDROP_CLASSES = 'fixed inset-0 z-50 bg-[oklch(0.15_0.02_220/0.55)] data-[state=open]:animate-fade';

const SHEET_CLASSES = [
  'fixed top-1/2 left-1/2 z-50 max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-lg -translate-1/2 overflow-y-auto',
  'rounded-2xl border border-line bg-surface p-5 shadow-overlay sm:p-6 data-[state=open]:animate-fade',
].join(' ');
