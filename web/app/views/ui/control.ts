/** The appearance shared by one-line and multi-line controls. */
export const CONTROL_CLASSES = [
  'w-full rounded-lg border border-line-strong bg-surface px-3 text-ink shadow-raised',
  'placeholder:text-ink-faint',
  'transition-[border-color,box-shadow] duration-100',
  'focus-visible:border-focus focus-visible:ring-3 focus-visible:ring-focus/25 focus-visible:outline-none',
  'disabled:bg-sunken disabled:text-ink-faint',
  'aria-invalid:border-danger aria-invalid:focus-visible:ring-danger/25',
].join(' ');
