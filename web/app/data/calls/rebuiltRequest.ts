/** A request as it was sent, to read. */
export type RebuiltRequest =
  /** `exact`: its hash is that of the bytes that were sent. */
  | {
      kind: 'exact' | 'differs';
      messages: RequestMessage[];
      tools: RequestTool[];
      /** The body's response_format as JSON; null: it asks for text. */
      format: string | null;
      /** The body, indented; images are left out of it. */
      json: string;
    }
  /** The outline is of a form that this version does not know. */
  | { kind: 'unreadable' }
  /** The transcript behind it is too long to be put together while others wait. */
  | { kind: 'too_large' };

/** The parts of a request that one reads, whatever its form. */
export type ReadableParts = Pick<Extract<RebuiltRequest, { json: string }>, 'messages' | 'tools' | 'format'>;

export interface RequestMessage {
  role: 'system' | 'user' | 'assistant' | 'tool';
  name: string | null;
  content: string;
  /** Images that stand in it. */
  images: number;
  toolCalls: { id: string; name: string; arguments: string }[];
  /** The call whose result it is. */
  toolCallId: string | null;
}

export interface RequestTool {
  name: string;
  description: string;
  /** Its JSON Schema, indented. */
  parameters: string;
}
