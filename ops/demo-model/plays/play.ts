import type { ChatMessage, ChatRequest, ChatTool, DemoCall } from '../wire.ts';

/** What the demo model answers. */
export interface DemoReply {
  text: string;
  toolCalls: DemoCall[];
}

/** One thing that a request may want; null: it wants something else. A new one is a file here and a line in reply.ts. */
export type Play = (request: ChatRequest) => DemoReply | null;

export function saying(text: string): DemoReply {
  return { text, toolCalls: [] };
}

/** What may be called now. */
export function callable({ tools, tool_choice: choice }: ChatRequest): ChatTool[] {
  return choice === 'none' ? [] : (tools ?? []);
}

/** A tool whose call hands the conversation over. */
export function isHandoff({ function: { name, description } }: ChatTool): boolean {
  return /^transfer_to_/i.test(name) || /^handoff to /i.test(description ?? '');
}

/** Where the last message of a person, or of an orchestrator, stands: what one works on begins there. */
export function questionAt(messages: readonly ChatMessage[]): number {
  return messages.findLastIndex(
    ({ role, name }) =>
      role === 'user' && (name === undefined || name === 'user' || /orchestrator/i.test(name)),
  );
}

/** A call of a tool, with an id that the same request has again. */
export function callOf({ messages }: Pick<ChatRequest, 'messages'>, name: string, given: unknown): DemoCall {
  const before = messages.flatMap(({ tool_calls: calls }) => calls ?? []).length;
  return { id: `call_demo_${String(before + 1)}`, name, arguments: JSON.stringify(given) };
}
