/** The place of a message that is not here yet. */
export function Placeholder({ place }: { place: number }) {
  return (
    <li data-placeholder={place} className="flex h-24 gap-3 py-1.5">
      <span className="sr-only">This message is being fetched.</span>
      <span aria-hidden className="mt-1 size-8 shrink-0 rounded-full bg-sunken" />
      <span aria-hidden className="flex-1 rounded-2xl border border-line bg-sunken/50" />
    </li>
  );
}
