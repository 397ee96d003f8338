import { randomUUID } from 'node:crypto';
import type { TokenUsage } from '../../../../workflows/domain/cost.ts';
import type { Json } from '../../../../workflows/domain/json.ts';
import { isThought } from '../../../../workflows/domain/providers/anthropicMessages/restored.ts';
import { saidText } from '../../../../workflows/domain/providers/anthropicMessages/saidText.ts';
import type { ReplyEnd } from '../../../../workflows/domain/transcript/ending.ts';
import type { ProposedCall } from '../../../../workflows/domain/transcript/entry.ts';
import { argumentsText, isJson, isShallow } from '../../callArguments.ts';
import { countOf, fieldsOf, type Loose, textOf } from '../../loose.ts';
import { ModelFailure } from '../../modelFailure.ts';
import type { ModelReply } from '../../provider.ts';
import type { AnsweredMessage } from './assembleMessage.ts';

const DECLINED = 'The model declined to answer.';

/**
 * What an answer of the Messages API says. `answerTool` is the tool that the model was to answer by. Fails with a
 * ModelFailure where it says nothing.
 */
export function readMessage(
  answered: AnsweredMessage,
  asked: { model: string; answerTool: string | null },
): Omit<ModelReply, 'firstTokenMs'> {
  const { fields, blocks } = answered;
  const stopReason = textOf(fields['stop_reason']);
  const end = endOf(stopReason);
  const uses = blocks.filter(({ type }) => type === 'tool_use');
  const answer = uses.find(({ name }) => name === asked.answerTool && asked.answerTool !== null);
  // What a refusal breaks off is not to be done.
  const called = end === 'refusal' ? [] : uses.filter((use) => use !== answer);
  const toolCalls = called
    .map((use) => callOf(use, answered))
    // A call that was cut is no call.
    .filter((call) => end !== 'length' || isJson(call.arguments));
  const said = saidText(blocks);
  const text = toolCalls.length === 0 && answer !== undefined ? inputOf(answer, answered) : said;
  if (text.trim() === '' && toolCalls.length === 0 && end === 'length') {
    throw stopReason === 'model_context_window_exceeded'
      ? new ModelFailure('model_context_too_long', "The conversation fills the model's context window")
      : new ModelFailure('model_empty_answer', `The model answered with no text (${stopReason})`);
  }
  const reasoning = blocks.map(({ thinking }) => textOf(thinking)).join('');
  const words = end === 'refusal' && text === '' ? refusalOf(fields) : text;
  const usage = fieldsOf(fields['usage']);
  const items = blocks.some(isThought) && end !== 'refusal' ? givenBack(answered) : null;
  return {
    text: words,
    reasoning: reasoning === '' ? null : reasoning,
    end: end === 'stop' && toolCalls.length > 0 ? 'tool_calls' : end,
    toolCalls,
    usage: usageOf(usage),
    giveBack:
      items !== null && isShallow(items)
        ? { provider: 'anthropic_messages', model: asked.model, items }
        : null,
    response: {
      id: textOf(fields['id']),
      model: textOf(fields['model']),
      finishReason: stopReason,
      content: words,
      ...(reasoning === '' ? {} : { reasoning }),
      ...(toolCalls.length === 0 ? {} : { toolCalls }),
      usage: Object.keys(usage).length === 0 ? null : usage,
    },
  };
}

/** What the API's stop reasons mean for which answers end. */
const ENDS: Record<string, ReplyEnd> = {
  end_turn: 'stop',
  stop_sequence: 'stop',
  tool_use: 'stop',
  max_tokens: 'length',
  model_context_window_exceeded: 'length',
  // Its server tools took too long: what it wanted to say is not all there.
  pause_turn: 'length',
  refusal: 'refusal',
};

/** How an answer ended. Fails with a ModelFailure where no known stop reason says that it did. */
function endOf(stopReason: string): ReplyEnd {
  const end = Object.hasOwn(ENDS, stopReason) ? ENDS[stopReason] : undefined;
  if (end !== undefined) return end;
  throw new ModelFailure(
    'model_stream_cut',
    `The answer broke off: its stop reason is "${stopReason.slice(0, 100)}"`,
  );
}

function refusalOf(fields: Loose): string {
  const explanation = textOf(fieldsOf(fields['stop_details'])['explanation']);
  return explanation === '' ? DECLINED : explanation;
}

function callOf(use: Loose, answered: AnsweredMessage): ProposedCall {
  return {
    id: textOf(use['id']) || `toolu_${randomUUID()}`,
    name: textOf(use['name']),
    arguments: inputOf(use, answered),
  };
}

/** As it was written piece by piece; else the object, or the text, that came with the call. */
function inputOf(use: Loose, { inputs }: AnsweredMessage): string {
  const written = inputs.get(use) ?? '';
  if (written !== '') return written;
  return argumentsText(use['input']) || '{}';
}

/** The blocks as they came, with the inputs that were written to them. */
function givenBack({ blocks, inputs }: AnsweredMessage): Json {
  return blocks.map((block) => {
    const written = inputs.get(block) ?? '';
    return (written === '' ? block : { ...block, input: objectIn(written) }) as Json;
  });
}

function objectIn(written: string): Loose {
  try {
    return fieldsOf(JSON.parse(written));
  } catch {
    return { text: written };
  }
}

/** What was written into the cache or read from it counts as read, too. */
function usageOf(usage: Loose): TokenUsage | null {
  const input = countOf(usage['input_tokens']);
  const completionTokens = countOf(usage['output_tokens']);
  if (input === null || completionTokens === null) return null;
  const cached =
    (countOf(usage['cache_creation_input_tokens']) ?? 0) + (countOf(usage['cache_read_input_tokens']) ?? 0);
  return { promptTokens: input + cached, completionTokens };
}
