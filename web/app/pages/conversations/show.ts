/** How many of the newest messages a page shows at first: what a browser renders immediately. */
export const SHOWN_AT_FIRST = 100;
const MOST_SHOWN = 2_000;
/** `?show=all`, to print it. */
const MOST_PRINTED = 20_000;

/** How many messages an address requests. */
export function parseShow(params: URLSearchParams): number {
  if (params.get('show') === 'all') return MOST_PRINTED;
  const asked = Number(params.get('show') ?? SHOWN_AT_FIRST);
  return Number.isInteger(asked) && asked >= 1 ? Math.min(asked, MOST_SHOWN) : SHOWN_AT_FIRST;
}

export function showMoreThan(show: number): number {
  return Math.min(show + 400, MOST_SHOWN);
}

/** How many messages a scrolled page requests at a time. */
export const PART_MESSAGES = 100;

/** With more entries than this, only those in view, and some around them, are in the document. */
export const DRAWN_WHOLE_ENTRIES = 150;
