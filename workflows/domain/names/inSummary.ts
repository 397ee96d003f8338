/** Temporal takes 400 bytes for what its own UI calls a workflow or an activity: as many characters fit in every script. */
const SUMMARY_LENGTH = 130;

/** A text that names people and tools, short enough for a summary. */
export function inSummary(text: string): string {
  return text.slice(0, SUMMARY_LENGTH);
}
