/** What an end is told in is cut here; the beginning counts. */
export const END_LENGTH = 20_000;

/** How a run of a conversation ended, for those who go on from it. */
export interface EndOfRun {
  state: string;
  stopReason: string | null;
  /** The messages of its team, in their order. */
  messages: readonly string[];
}

/** The outcome and the reason, and what the team said last. */
export function endInWords({ state, stopReason, messages }: EndOfRun): string {
  const end =
    stopReason === null || stopReason === ''
      ? `It ended as ${state}.`
      : `It ended as ${state}: ${stopReason}`;
  const last = messages.at(-1);
  return cutEnd(last === undefined ? end : `${end}\n\n${last}`);
}

/** At most END_LENGTH of a text, without half a character at its end. */
export function cutEnd(text: string): string {
  return text.length <= END_LENGTH ? text : text.slice(0, END_LENGTH).replace(/[\uD800-\uDBFF]$/, '');
}
