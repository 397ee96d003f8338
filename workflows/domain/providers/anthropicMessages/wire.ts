import type { Json } from '../../json.ts';
import { type AnswerShape, answerShape, toolDescriptions } from '../toolDescriptions.ts';
import type { ModelQuestion, WireProvider, WireRequest } from '../wireProvider.ts';
import { answerSchema } from './answerSchema.ts';
import type { ClaudeMessage } from './blocks.ts';
import { claudeMessages, toolsSpokenOf } from './claudeMessages.ts';
import { goesOnFromAnswer, takesOutputFormat } from './claudeModels.ts';
import { isThought } from './restored.ts';

/** The API wants a limit; AutoGen's where the team gives none. */
const DEFAULT_MAX_TOKENS = 4_096;

const ANSWER_TOOL = 'final_answer';
const ANSWER_TOOL_DESCRIPTION = 'Give your final answer by calling this function, in this shape.';

/** The body of a request of Anthropic's Messages API. */
export interface MessagesRequest extends WireRequest {
  max_tokens: number;
  system?: string;
  messages: ClaudeMessage[];
  tools?: ClaudeTool[];
  tool_choice?: ToolChoice;
  thinking?: Json;
  output_config?: Json;
  stream?: true;
}

export interface ClaudeTool {
  name: string;
  description: string;
  input_schema: Json;
}

type ToolChoice =
  | { type: 'auto' | 'any'; disable_parallel_tool_use?: true }
  | { type: 'none' }
  | { type: 'tool'; name: string; disable_parallel_tool_use?: true };

/** Anthropic's Messages API. */
export const anthropicMessages = {
  abilities: { options: [] },
  toWire(question, rules): MessagesRequest {
    const { model, max_tokens, parallel_tool_calls, output_config, thinking, ...passedOn } =
      question.parameters;
    const shape = answerShape(question.format);
    const isSchema = shape?.kind === 'schema';
    const usesTool = isSchema && !takesOutputFormat(model);
    const isThinking = kindOf(thinking) === 'enabled' || kindOf(thinking) === 'adaptive';
    const isOpenEnded = goesOnFromAnswer(model) && !isThinking && !usesTool;
    const { system, messages } = claudeMessages(question.messages, rules, model, isOpenEnded);
    const kept = kindOf(thinking) === 'enabled' && !startsWithThought(messages) ? undefined : thinking;
    const tools = toolsOf(question, usesTool ? shape : null);
    const output = isSchema && !usesTool ? { format: outputFormat(shape) } : {};
    return {
      ...passedOn,
      model,
      max_tokens: typeof max_tokens === 'number' ? max_tokens : DEFAULT_MAX_TOKENS + budgetOf(kept),
      ...(system === '' ? {} : { system }),
      messages,
      ...(tools.length === 0
        ? {}
        : { tools, tool_choice: choiceOf(question, tools, isThinking, parallel_tool_calls === false) }),
      ...(kept === undefined ? {} : { thinking: kept }),
      ...(output_config === undefined && !('format' in output)
        ? {}
        : { output_config: { ...fieldsOf(output_config), ...output } }),
      ...(question.stream ? { stream: true } : {}),
    };
  },
} satisfies WireProvider;

/** The tool that a request asks the model to answer by; null: it answers in words. */
export function answerToolOf(request: Pick<MessagesRequest, 'tools'>): string | null {
  const tool = request.tools?.at(-1);
  return tool?.description === ANSWER_TOOL_DESCRIPTION ? tool.name : null;
}

/**
 * The tools on offer. A context that speaks of tools needs some, also where none may be called any more: those that it
 * speaks of. Models without structured output get one more, to answer by.
 */
function toolsOf(question: ModelQuestion, shape: AnswerShape): ClaudeTool[] {
  const offered =
    question.tools === null
      ? toolsSpokenOf(question.messages).map((name) => ({ name, description: '', parameters: null }))
      : toolDescriptions(question.tools.list);
  const tools = offered.map(({ name, description, parameters }) => ({
    name,
    description,
    input_schema: asObjectSchema(parameters),
  }));
  if (shape?.kind !== 'schema') return tools;
  const taken = new Set(tools.map(({ name }) => name));
  const name = taken.has(ANSWER_TOOL) ? `${ANSWER_TOOL}_${String(tools.length)}` : ANSWER_TOOL;
  return [
    ...tools,
    { name, description: ANSWER_TOOL_DESCRIPTION, input_schema: asObjectSchema(shape.schema) },
  ];
}

function choiceOf(
  { tools }: ModelQuestion,
  written: ClaudeTool[],
  isThinking: boolean,
  isOneByOne: boolean,
): ToolChoice {
  const single = isOneByOne ? ({ disable_parallel_tool_use: true } as const) : {};
  const answerTool = answerToolOf({ tools: written });
  const mayCall = tools?.choice === 'auto';
  if (answerTool === null) return mayCall ? { type: 'auto', ...single } : { type: 'none' };
  // A model that thinks can't be made to call a tool.
  if (isThinking) return { type: 'auto', ...single };
  return mayCall ? { type: 'any', ...single } : { type: 'tool', name: answerTool, ...single };
}

function outputFormat(shape: { schema: Json }): Json {
  return { type: 'json_schema', schema: answerSchema(shape.schema) };
}

/** The API refuses tools whose arguments are no object. */
function asObjectSchema(schema: Json): Json {
  const fields = fieldsOf(schema);
  return fields.type === 'object' ? schema : { ...fields, type: 'object' };
}

/** With a budget for thoughts, calls that are still being answered have to begin with one: they may be another model's. */
function startsWithThought(messages: readonly ClaudeMessage[]): boolean {
  const last = messages.findLast(({ role }) => role === 'assistant');
  if (last === undefined || typeof last.content === 'string') return true;
  const [first] = last.content;
  return first === undefined || isThought(first) || !last.content.some(({ type }) => type === 'tool_use');
}

function kindOf(thinking: Json | undefined): Json | undefined {
  return fieldsOf(thinking).type;
}

function budgetOf(thinking: Json | undefined): number {
  const { budget_tokens: budget } = fieldsOf(thinking);
  return typeof budget === 'number' ? budget : 0;
}

function fieldsOf(value: Json | undefined): { [field: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
