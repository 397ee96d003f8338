/** One run of a conversation, which is one workflow. */
export interface RunRef {
  conversationId: string;
  /** From 0. */
  run: number;
}
