import { randomUUID } from 'node:crypto';
import type { Json } from '../../../../workflows/domain/json.ts';
import type { ProposedCall } from '../../../../workflows/domain/transcript/entry.ts';
import { isJson } from '../../callArguments.ts';
import { isFields, unknownForm } from './contentParts.ts';

/** A piece of a tool call, as providers really send it: some leave out what OpenAI requires. */
export interface ToolCallPiece {
  index?: number | undefined;
  id?: string | null | undefined;
  /** Arguments are JSON text, an object, null or nothing. */
  function?: { name?: string | null; arguments?: unknown } | undefined;
}

/** Data of a call that goes back with it: Gemini's signatures, also as gateways forward them. */
const GIVEN_BACK = ['extra_content', 'provider_specific_fields', 'thought_signature', 'signature'];

/** Puts tool calls together. */
export interface ToolCallPieces {
  add(piece: ToolCallPiece): void;
  haveBegun(): boolean;
  /** The calls so far, in the order in which they began; each has an id. */
  calls(): ProposedCall[];
  /** Of calls that have some, what goes back with them, by the calls' ids. */
  givenBack(): Record<string, Json>;
  /** Whether the last call's arguments are not all there. */
  endsWithin(): boolean;
}

interface Begun {
  index: number | undefined;
  call: ProposedCall;
  back: Record<string, Json>;
}

/**
 * OpenAI's pieces carry their call's index; the first one has its id and name. Ollama and gateways give every call
 * the index 0, others omit the index or the id. So a piece with a name also starts a new call if the call at its
 * index has another id, or has no id and complete arguments.
 */
export function collectToolCalls(): ToolCallPieces {
  const begun: Begun[] = [];
  const real = () => begun.filter(({ call }) => call.name !== '' || call.arguments !== '');
  return {
    add(piece) {
      const { index } = piece;
      const last = begun.findLast((each) => index === undefined || each.index === index);
      const into =
        last === undefined || beginsAnother(last.call, piece)
          ? { index, call: { id: '', name: '', arguments: '' }, back: {} }
          : last;
      if (into !== last) begun.push(into);
      into.call.id ||= piece.id ?? '';
      into.call.name ||= functionName(piece);
      addArguments(into.call, piece.function?.arguments);
      for (const key of GIVEN_BACK) {
        const value = (piece as Record<string, unknown>)[key];
        if (value !== undefined && value !== null) into.back[key] = value as Json;
      }
    },
    haveBegun: () => begun.length > 0,
    calls: () =>
      real().map(({ call }) => {
        if (call.name === '') throw unknownForm('a tool call without a name', call.arguments);
        call.id ||= `call_${randomUUID()}`;
        return { ...call, arguments: call.arguments.trim() === '' ? '{}' : call.arguments };
      }),
    givenBack: () =>
      Object.fromEntries(
        real().flatMap(({ call, back }) =>
          Object.keys(back).length === 0 ? [] : [[(call.id ||= `call_${randomUUID()}`), back]],
        ),
      ),
    endsWithin: () => {
      const last = real().at(-1)?.call;
      return last !== undefined && !isJson(last.arguments);
    },
  };
}

/** Reads a piece that came from outside. */
export function readToolCallPiece(value: unknown): ToolCallPiece {
  if (!isFields(value)) throw unknownForm('a tool call', value);
  const { index, id, function: called } = value;
  if (called !== undefined && called !== null && !isFields(called)) throw unknownForm('a function', called);
  const name = isFields(called) ? called.name : undefined;
  if (name !== undefined && name !== null && typeof name !== 'string') throw unknownForm('a name', name);
  return {
    ...value,
    index: typeof index === 'number' ? index : undefined,
    id: typeof id === 'number' ? String(id) : typeof id === 'string' ? id : undefined,
    function: isFields(called) ? { name: name ?? null, arguments: called.arguments } : undefined,
  };
}

function addArguments(call: ProposedCall, given: unknown): void {
  if (given === undefined || given === null) return;
  if (typeof given === 'string') call.arguments += given;
  else if (isFields(given)) call.arguments = JSON.stringify(given);
  else throw unknownForm('arguments', given);
}

function beginsAnother(last: ProposedCall, piece: ToolCallPiece): boolean {
  if (functionName(piece) === '') return false;
  return piece.id ? piece.id !== last.id && last.name !== '' : last.id === '' && isJson(last.arguments);
}

function functionName(piece: ToolCallPiece): string {
  return piece.function?.name ?? '';
}
