import type { TokenUsage } from '../../../../workflows/domain/cost.ts';
import type { Json } from '../../../../workflows/domain/json.ts';
import { ModelFailure } from '../../modelFailure.ts';
import type { ModelReply } from '../../provider.ts';
import { answerEnd, endFor } from './answerEnd.ts';
import { isFields, readContent, readThought, unknownForm } from './contentParts.ts';
import { giveBackItems } from './giveBackItems.ts';
import { mergeDetails } from './reasoningDetails.ts';
import { collectToolCalls, readToolCallPiece } from './toolCallPieces.ts';
import { readUsage } from './usage.ts';

/** The fields in which thoughts arrive; if there are several, they have the same content. */
const THOUGHTS = ['reasoning_content', 'reasoning', 'reasoning_text', 'thinking'] as const;

/** What goes back with any message. */
const BACK_ALWAYS = ['extra_content', 'reasoning_opaque', 'encrypted_content'] as const;

/** An answer that is being read. */
export interface AnswerCollector {
  /** Takes in a piece of a stream, or a whole answer. Fails where something in it has no known form. */
  add(value: unknown): void;
  /** All text so far. */
  text(): string;
  /** Whether anything but thoughts has come. */
  hasBegun(): boolean;
  /** The answer. Fails where it did not come to its end. `isWhole`: it came as one document. */
  finish(
    isWhole: boolean,
    asked: { model: string; goesBack: readonly string[] },
  ): Omit<ModelReply, 'firstTokenMs'>;
}

/** Assembles an answer of Chat Completions from any of its forms. */
export function collectAnswer(): AnswerCollector {
  let id = '';
  let model = '';
  let text = '';
  let refusal = '';
  let partThoughts = '';
  let usage: { stored: object; tokens: TokenUsage | null } | null = null;
  let reason = '';
  let sawChoice = false;
  let details: Json[] = [];
  let blocks: Json[] = [];
  const thoughts: Record<string, string> = {};
  const back: Record<string, Json> = {};
  const pieces = collectToolCalls();

  const addMessage = (message: Record<string, unknown>, isWhole: boolean) => {
    const parts = readContent(message.content);
    text += parts.text;
    partThoughts += parts.reasoning;
    refusal += parts.refusal + readRefusal(message.refusal);
    for (const name of THOUGHTS) thoughts[name] = (thoughts[name] ?? '') + readThought(message[name]);
    if (Array.isArray(message.reasoning_details)) {
      details = mergeDetails(details, message.reasoning_details as Json[]);
    }
    if (Array.isArray(message.thinking_blocks)) blocks = [...blocks, ...(message.thinking_blocks as Json[])];
    for (const name of BACK_ALWAYS) {
      const value = message[name];
      if (value !== undefined && value !== null) back[name] = value as Json;
    }
    for (const [index, call] of listOf(message.tool_calls, 'tool calls').entries()) {
      const piece = readToolCallPiece(call);
      pieces.add(isWhole ? { ...piece, index } : piece);
    }
    // The form before tool calls.
    if (isFields(message.function_call)) {
      pieces.add(readToolCallPiece({ index: 0, function: message.function_call }));
    }
  };

  return {
    add(value) {
      if (!isFields(value)) {
        throw new ModelFailure(
          'model_malformed_answer',
          `The model provider sent something that is not an answer: ${JSON.stringify(value).slice(0, 100)}`,
        );
      }
      if (typeof value.id === 'string' && value.id !== '') id = value.id;
      if (typeof value.model === 'string' && value.model !== '') model = value.model;
      usage = readUsage(value) ?? usage;
      const [choice] = listOf(value.choices, 'choices');
      if (choice === undefined) return;
      if (!isFields(choice)) throw unknownForm('a choice', choice);
      sawChoice = true;
      const { finish_reason: finished, delta, message } = choice;
      if (typeof finished === 'string' && finished !== '') reason = finished;
      if (isFields(delta)) addMessage(delta, false);
      else if (isFields(message)) addMessage(message, true);
    },
    text: () => joined(text, refusal),
    hasBegun: () => text !== '' || refusal !== '' || pieces.haveBegun(),
    finish(isWhole, { model: asked, goesBack }) {
      if (!sawChoice) {
        throw new ModelFailure('model_malformed_answer', 'The model provider sent an empty answer');
      }
      const given = endFor(isWhole && reason === '' ? 'stop' : reason);
      const toolCalls = pieces.calls();
      const said = joined(text, refusal);
      const end = answerEnd({
        given,
        reason,
        isEmpty: said.trim() === '' && toolCalls.length === 0,
        isRefusal: refusal.trim() !== '',
        callsTools: toolCalls.length > 0,
        endsWithinCall: pieces.endsWithin(),
      });
      const named = THOUGHTS.map((name) => thoughts[name] ?? '').find((thought) => thought !== '');
      const thought =
        named ?? (partThoughts === '' ? readThought(details) || readThought(blocks) : partThoughts);
      const items = giveBackItems({
        back,
        details,
        blocks,
        thoughts,
        goesBack,
        calls: pieces.givenBack(),
        hasCalls: toolCalls.length > 0,
      });
      return {
        text: said,
        reasoning: thought === '' ? null : thought,
        end,
        toolCalls,
        usage: usage?.tokens ?? null,
        giveBack: items === null ? null : { provider: 'chat_completions', model: asked, items },
        response: {
          id,
          model,
          finishReason: reason,
          content: said,
          ...(thought === '' ? {} : { reasoning: thought }),
          ...(toolCalls.length === 0 ? {} : { toolCalls }),
          usage: usage?.stored ?? null,
        },
      };
    },
  };
}

function readRefusal(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') throw unknownForm('a refusal', value);
  return value;
}

function listOf(value: unknown, what: string): unknown[] {
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value)) throw unknownForm(what, value);
  return value;
}

/** A refusal is what the model says; what it said before it stays. */
function joined(text: string, refusal: string): string {
  return text === '' || refusal === '' ? text + refusal : `${text}\n${refusal}`;
}
