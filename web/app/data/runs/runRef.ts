/** One run of a conversation: what one workflow is. */
export interface RunRef {
  conversationId: string;
  /** From 0. */
  run: number;
}
