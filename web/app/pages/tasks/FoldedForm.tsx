import { type ReactNode, type SyntheticEvent, useState } from 'react';

const SUMMARY_CLASSES =
  'inline-flex h-10 items-center gap-2 rounded-lg border border-line bg-surface px-4 text-sm font-medium shadow-raised hover:bg-hover [&_svg]:size-4 list-none [&::-webkit-details-marker]:hidden';

/** Which of a task's folded forms is open, or null. Their common name makes the browser close the others. */
export function useOpenForm(refused: string | null | undefined) {
  const [open, setOpen] = useState<string | null>(refused ?? null);
  const onToggle = (decision: string, isOpen: boolean) => {
    setOpen((before) => (isOpen ? decision : before === decision ? null : before));
  };
  return { open, onToggle };
}

export type FoldedFormProps = {
  taskId: string;
  decision: string;
  /** The decision of a form that was refused: it stays open. */
  refused: string | null | undefined;
  onToggle: (decision: string, isOpen: boolean) => void;
  icon: ReactNode;
  label: string;
  children: ReactNode;
};

/** A form that opens in place if the decision needs a text: scrolled into view, with the focus in its field. */
export function FoldedForm({ taskId, decision, refused, onToggle, icon, label, children }: FoldedFormProps) {
  const toggled = ({ currentTarget: fold }: SyntheticEvent<HTMLDetailsElement>) => {
    onToggle(decision, fold.open);
    if (!fold.open) return;
    // A text that was cut has a button to fetch it instead.
    const first = fold.querySelector('textarea') ?? fold.querySelector('button');
    first?.focus({ preventScroll: true });
    fold.scrollIntoView({ block: 'nearest' });
  };
  return (
    <details
      className="scroll-mb-24 open:w-full"
      open={refused === decision || undefined}
      name={`forms-${taskId}`}
      onToggle={toggled}
    >
      <summary className={SUMMARY_CLASSES}>
        {icon}
        {label}
      </summary>
      <div className="mt-3">{children}</div>
    </details>
  );
}
