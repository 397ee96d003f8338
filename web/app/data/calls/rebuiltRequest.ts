/** A sent request in readable form. */
export type RebuiltRequest =
  /** `exact`: its hash equals that of the bytes that were sent. */
  | {
      kind: 'exact' | 'differs';
      messages: RequestMessage[];
      tools: RequestTool[];
      /** The body's response_format as JSON; null if it requests plain text. */
      format: string | null;
      /** The body as indented JSON, without images. */
      json: string;
    }
  /** The outline has a form unknown to this version. */
  | { kind: 'unreadable' }
  /** The transcript is too long to be rebuilt without blocking other requests. */
  | { kind: 'too_large' };

/** The readable parts of a request, for every API. */
export type ReadableParts = Pick<Extract<RebuiltRequest, { json: string }>, 'messages' | 'tools' | 'format'>;

export interface RequestMessage {
  role: 'system' | 'user' | 'assistant' | 'tool';
  name: string | null;
  content: string;
  /** The number of images. */
  images: number;
  toolCalls: { id: string; name: string; arguments: string }[];
  /** The id of the call that this is the result of. */
  toolCallId: string | null;
}

export interface RequestTool {
  name: string;
  description: string;
  /** Its JSON Schema, indented. */
  parameters: string;
}
