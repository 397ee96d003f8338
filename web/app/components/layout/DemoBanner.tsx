import { FlaskConical } from 'lucide-react';

/** Says on every page that no real model answers, where the environment says so. */
export function DemoBanner({ text }: { text: string }) {
  return (
    <aside
      aria-label="Demo"
      className="flex items-center justify-center gap-2 bg-amber-soft px-4 py-1.5 text-center text-[0.8125rem] font-medium text-amber-ink"
    >
      <FlaskConical aria-hidden className="size-3.5 shrink-0" />
      <span>{text}</span>
    </aside>
  );
}
