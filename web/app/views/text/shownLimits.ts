/** How much of a text that came from outside a page shows at once, in characters: the whole is behind a link. */
export const SHOWN_CHARACTERS = {
  /** What somebody says. */
  said: 16_000,
  /** What stands beside it: thoughts, drafts, feedback. */
  beside: 8_000,
  /** Arguments, results, output. */
  machine: 4_000,
  /** A reason, a failure. */
  note: 2_000,
} as const;

/** How much of it the API gives, in characters. */
export const API_CHARACTERS = { said: 100_000, beside: 100_000, machine: 20_000, note: 20_000 } as const;

/** How much of each kind of text a reader is given. */
export type TextLimits = Record<keyof typeof SHOWN_CHARACTERS, number>;
