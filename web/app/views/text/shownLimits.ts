/** How much of a text from outside a page shows at once, in characters: the whole is behind a link. */
export const SHOWN_CHARACTERS = {
  /** A message. */
  message: 16_000,
  /** What accompanies a message: thoughts, drafts, feedback. */
  beside: 8_000,
  /** Arguments, results, output. */
  machine: 4_000,
  /** A reason or a failure. */
  note: 2_000,
} as const;

/** How much of a text the API returns, in characters. */
export const API_CHARACTERS = { message: 100_000, beside: 100_000, machine: 20_000, note: 20_000 } as const;

/** How much of each kind of text a reader gets. */
export type TextLimits = Record<keyof typeof SHOWN_CHARACTERS, number>;
