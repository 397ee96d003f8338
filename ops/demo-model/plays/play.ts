import type { ChatMessage, ChatRequest, ChatTool, DemoCall } from '../wire.ts';

/** An answer of the demo model. */
export interface DemoReply {
  text: string;
  toolCalls: DemoCall[];
}

/** Answers one kind of request; returns null for all others. To add one, write a file here and a line in reply.ts. */
export type Play = (request: ChatRequest) => DemoReply | null;

export function saying(text: string): DemoReply {
  return { text, toolCalls: [] };
}

/** The tools that may be called now. */
export function callable({ tools, tool_choice: choice }: ChatRequest): ChatTool[] {
  return choice === 'none' ? [] : (tools ?? []);
}

/** A tool whose call hands the conversation over. */
export function isHandoff({ function: { name, description } }: ChatTool): boolean {
  return /^transfer_to_/i.test(name) || /^handoff to /i.test(description ?? '');
}

/** The index of the last message of a person or an orchestrator: the current task begins there. */
export function questionAt(messages: readonly ChatMessage[]): number {
  return messages.findLastIndex(
    ({ role, name }) =>
      role === 'user' && (name === undefined || name === 'user' || /orchestrator/i.test(name)),
  );
}

/** A tool call, whose id is the same each time for the same request. */
export function callOf({ messages }: Pick<ChatRequest, 'messages'>, name: string, given: unknown): DemoCall {
  const before = messages.flatMap(({ tool_calls: calls }) => calls ?? []).length;
  return { id: `call_demo_${String(before + 1)}`, name, arguments: JSON.stringify(given) };
}
