/** The looks that everything which floats above the page shares. */
export const BACKDROP_CLASSES =
  'fixed inset-0 z-50 bg-[oklch(0.15_0.02_220/0.55)] data-[state=open]:animate-fade';

export const SHEET_CLASSES = [
  'fixed top-1/2 left-1/2 z-50 max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-lg -translate-1/2 overflow-y-auto',
  'rounded-2xl border border-line bg-surface p-5 shadow-overlay sm:p-6 data-[state=open]:animate-fade',
].join(' ');
