import { randomUUID } from 'node:crypto';
import type { ChatCompletionChunk } from 'openai/resources/chat/completions';
import type { ProposedCall } from '../../../../workflows/domain/transcript/entry.ts';

/** A piece of a streamed tool call, as providers really send it: some leave out what OpenAI requires. */
export type ToolCallPiece = Partial<ChatCompletionChunk.Choice.Delta.ToolCall>;

/** Puts streamed tool calls together. */
export interface ToolCallPieces {
  add(piece: ToolCallPiece): void;
  /** The calls so far, in the order in which they began; each has an id. */
  calls(): ProposedCall[];
}

/**
 * OpenAI's pieces carry their call's index; the first one has its id and name. Ollama and gateways give every call the
 * index 0, others leave the index or the id out, so a piece with a name also begins a call of its own where the call of
 * its index goes by another id, or has no id and whole arguments already.
 */
export function collectToolCalls(): ToolCallPieces {
  const begun: { index: number | undefined; call: ProposedCall }[] = [];
  return {
    add(piece) {
      const { index } = piece;
      const last = begun.findLast((each) => index === undefined || each.index === index)?.call;
      const call =
        last === undefined || beginsAnother(last, piece) ? { id: '', name: '', arguments: '' } : last;
      if (call !== last) begun.push({ index, call });
      call.id ||= piece.id ?? '';
      call.name ||= functionName(piece);
      call.arguments += piece.function?.arguments ?? '';
    },
    calls: () => begun.map(({ call }) => ({ ...call, id: (call.id ||= `call_${randomUUID()}`) })),
  };
}

function beginsAnother(last: ProposedCall, piece: ToolCallPiece): boolean {
  if (functionName(piece) === '') return false;
  return piece.id ? piece.id !== last.id && last.name !== '' : last.id === '' && isJson(last.arguments);
}

function functionName(piece: ToolCallPiece): string {
  return piece.function?.name ?? '';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
