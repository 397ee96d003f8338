/** One message of a Chat Completions request. */
export interface ChatMessage {
  role: 'system' | 'user' | 'assistant';
  content: string;
  name?: string;
}

/** A transcript message as a request sees it. */
export interface TranscriptMessage {
  seq: number;
  source: string;
  content: string;
}

/** What the request says besides its messages. */
export interface RequestParameters {
  model: string;
  temperature?: number;
}

/**
 * A request in constant space: messages of the transcript are referred to by their range, all others are written out.
 * With the transcript it gives the exact request again, which the stored hash proves.
 */
export interface RequestOutline {
  /** Which rules turn transcript messages into request messages; a changed rule gets the next number. */
  renderer: 1;
  agent: string;
  parameters: RequestParameters;
  entries: OutlineEntry[];
}

export type OutlineEntry =
  | { kind: 'literal'; message: ChatMessage }
  /** Both ends are sequence numbers and belong to it. */
  | { kind: 'transcript'; fromSeq: number; toSeq: number };

/** The body of a Chat Completions request, streamed and with its usage at the end. */
export interface ChatRequest extends RequestParameters {
  messages: ChatMessage[];
  stream: true;
  stream_options: { include_usage: true };
}

/** AutoGen's view of a transcript: an agent's own messages are the assistant's, all others' are users' with a name. */
export function renderMessage(agent: string, message: TranscriptMessage): ChatMessage {
  return message.source === agent
    ? { role: 'assistant', content: message.content }
    : { role: 'user', content: message.content, name: message.source };
}

/** The request of an outline, given the transcript messages within its ranges. */
export function expandOutline(
  outline: RequestOutline,
  transcript: readonly TranscriptMessage[],
): ChatRequest {
  const messages = outline.entries.flatMap((entry) =>
    entry.kind === 'literal'
      ? [entry.message]
      : transcript
          .filter(({ seq }) => seq >= entry.fromSeq && seq <= entry.toSeq)
          .map((message) => renderMessage(outline.agent, message)),
  );
  return { ...outline.parameters, messages, stream: true, stream_options: { include_usage: true } };
}
