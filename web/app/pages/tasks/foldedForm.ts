/** The looks of a summary that opens a form in place: those of a button. */
export const FOLDED_FORM_CLASSES =
  'inline-flex h-10 items-center gap-2 rounded-lg border border-line bg-surface px-4 text-sm font-medium shadow-raised hover:bg-hover [&_svg]:size-4 list-none [&::-webkit-details-marker]:hidden';
