import type { ReactNode } from 'react';

/** Fields that belong together, under a name. */
export function FieldGroup({
  legend,
  hint,
  children,
}: {
  legend: string;
  hint?: string;
  children: ReactNode;
}) {
  return (
    <fieldset className="min-w-0 space-y-2.5">
      <legend className="text-sm font-medium">{legend}</legend>
      {hint === undefined ? null : <p className="text-[0.8125rem] leading-snug text-ink-muted">{hint}</p>}
      {children}
    </fieldset>
  );
}
