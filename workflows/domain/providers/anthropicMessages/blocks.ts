import type { Json } from '../../json.ts';

/** A part of a message of the Messages API. */
export type Block =
  | { type: 'text'; text: string }
  | { type: 'image'; source: { type: 'base64'; media_type: string; data: string } }
  | {
      type: 'document';
      source: { type: 'base64'; media_type: 'application/pdf'; data: string };
      title?: string;
    }
  | { type: 'tool_use'; id: string; name: string; input: Json }
  | { type: 'tool_result'; tool_use_id: string; content?: string; is_error?: true }
  /** As it came from the provider. */
  | { [field: string]: Json };

/** One message of a request of the Messages API. */
export interface ClaudeMessage {
  role: 'user' | 'assistant';
  content: string | Block[];
}
