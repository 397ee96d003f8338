/** Where a further run of the conversation begins. */
export function RunHeading({ run }: { run: number }) {
  return (
    <li className="flex items-center gap-4 pt-5 pb-2" data-run={run}>
      <span aria-hidden className="h-px flex-1 bg-line" />
      <h3 className="text-sm font-semibold text-ink-muted">Run {run + 1}</h3>
      <span aria-hidden className="h-px flex-1 bg-line" />
    </li>
  );
}
