/** How a model's answer ended. */
export type ReplyEnd =
  /** It was done. */
  | 'stop'
  /** It called tools. */
  | 'tool_calls'
  /** It was cut at the most that it may write. */
  | 'length'
  /** It was cut by the provider's filter. */
  | 'content_filter'
  /** The model declined, and said so. */
  | 'refusal';

/** What a message says of the end of the answer that it is, where it did not simply end. */
export const endings = ['length', 'content_filter', 'refusal'] as const satisfies readonly ReplyEnd[];

export type Ending = (typeof endings)[number];

/** What a message says of an answer's end; null: nothing, it is whole. */
export function endingOf(end: ReplyEnd): Ending | null {
  return endings.find((ending) => ending === end) ?? null;
}
