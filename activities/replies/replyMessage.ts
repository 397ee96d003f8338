import { ApplicationFailure } from '@temporalio/common';
import type { GenerateReplyInput } from '../../workflows/contracts/activityTypes.ts';
import type { Json } from '../../workflows/domain/json.ts';
import { readOutsideJson } from '../../workflows/domain/outsideJson.ts';
import { formatted } from '../../workflows/domain/pythonFormat.ts';
import { jsonAsPythonText } from '../../workflows/domain/pythonText.ts';
import { storableJson } from '../../workflows/domain/storable.ts';
import type { CodeExecutorParticipant, StructuredOutput } from '../../workflows/domain/team.ts';
import type { CodeBlock, TaskMessage } from '../../workflows/domain/transcript/entry.ts';
import { spokenOf } from '../../workflows/domain/transcript/thinking.ts';
import type { Answer } from '../asking/question.ts';
import { type ModelParticipant, outputOf } from './replyQuestion.ts';

/** The message that a model's answer is, as AutoGen's agents make one of it. */
export function messageOf(
  participant: ModelParticipant,
  input: Pick<GenerateReplyInput, 'purpose' | 'iteration'>,
  answer: Pick<Answer, 'text' | 'reasoning' | 'toolCalls'> & Partial<Pick<Answer, 'end'>>,
  family: string,
): TaskMessage & { thought: string | null } {
  const source = participant.name;
  if (answer.toolCalls.length > 0) {
    // Text beside the model's calls is its thought.
    const thought = answer.text === '' ? null : answer.text;
    const body = { kind: 'tool_calls', calls: answer.toolCalls } as const;
    return { type: 'ToolCallRequestEvent', source, content: callsInWords(answer), body, thought };
  }
  const { thought, text } = withoutThought(answer, family);
  // AutoGen's society returns only its answer.
  if (input.purpose === 'society') {
    return { type: 'TextMessage', source, content: text, body: null, thought: null };
  }
  if (participant.kind === 'code_executor' && input.purpose === 'reply') {
    const blocks = codeBlocks(participant, text);
    if (blocks.length === 0) return { type: 'TextMessage', source, content: text, body: null, thought };
    const body = { kind: 'code', retryAttempt: input.iteration, blocks } as const;
    return { type: 'CodeGenerationEvent', source, content: text, body, thought };
  }
  const output = outputOf(participant);
  if (output !== null && answer.end === 'refusal') {
    throw ApplicationFailure.nonRetryable(
      `The model refused to give the requested ${output.name}: ${text}`,
      'model_unexpected_answer',
    );
  }
  if (output === null) return { type: 'TextMessage', source, content: text, body: null, thought };
  return { ...structuredMessage(source, output, text), thought };
}

/** The blocks of code in a text, in the languages that the executor takes (AutoGen's rule). */
export function codeBlocks(
  executor: Pick<CodeExecutorParticipant, 'supportedLanguages'>,
  text: string,
): CodeBlock[] {
  const languages = executor.supportedLanguages.map((language) =>
    language.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  const pattern = new RegExp(`\`\`\`(?:\\s*(${languages.join('|')}))\\n([\\s\\S]*?)\`\`\``, 'gi');
  return [...text.matchAll(pattern)].map(([, language = '', code = '']) => ({
    language: language.trim(),
    code,
  }));
}

function callsInWords(answer: Pick<Answer, 'toolCalls'>): string {
  return answer.toolCalls.map(({ name, arguments: given }) => `${name}(${given})`).join('\n');
}

/** A model's thoughts, sent separately or at the beginning of its text. */
function withoutThought(
  { text, reasoning }: Pick<Answer, 'text' | 'reasoning'>,
  family: string,
): { thought: string | null; text: string } {
  const spoken = spokenOf(text, family);
  const thoughts = [reasoning, spoken.thought].filter((each) => each !== null);
  return { thought: thoughts.length === 0 ? null : thoughts.join('\n\n'), text: spoken.text };
}

function structuredMessage(source: string, output: StructuredOutput, raw: string): TaskMessage {
  const value = parsed(output, raw);
  const ordered = inSchemaOrder(output.schema, value);
  const json = JSON.stringify(ordered);
  const content = output.formatString === null ? json : inWords(output.formatString, ordered);
  const body = { kind: 'structured', value: ordered, formatString: output.formatString, raw, json } as const;
  return { type: 'StructuredMessage', source, content, body };
}

function parsed(output: StructuredOutput, raw: string): Record<string, Json> {
  const refused = (why: string) =>
    ApplicationFailure.nonRetryable(
      `The model's answer is not the requested ${output.name}: ${why}`,
      'model_unexpected_answer',
    );
  const read = readOutsideJson(raw);
  if (read.kind === 'too_deep') throw refused('it is nested too deeply');
  if (read.kind === 'too_many_values') throw refused('it has too many values');
  if (read.kind === 'not_json') throw refused('it is not JSON');
  // Within JSON a NUL is an escape: it is one only now.
  const value = storableJson(read.value);
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw refused('it is not an object');
  const { schema } = output;
  const required =
    schema !== null && typeof schema === 'object' && !Array.isArray(schema) && Array.isArray(schema.required)
      ? schema.required
      : [];
  const missing = required.flatMap((key) =>
    typeof key === 'string' && !Object.hasOwn(value, key) ? [key] : [],
  );
  if (missing.length > 0) throw refused(`it lacks ${missing.join(', ')}`);
  return value;
}

/** Fields in the order of the schema, and no others, as a parsed model of it has them: what is missing has its default. */
function inSchemaOrder(schema: Json, value: Record<string, Json>): Record<string, Json> {
  if (schema === null || typeof schema !== 'object' || Array.isArray(schema)) return value;
  const { properties } = schema;
  if (properties === null || typeof properties !== 'object' || Array.isArray(properties)) return value;
  return Object.fromEntries(
    Object.entries(properties ?? {}).map(([key, property]) => [key, value[key] ?? defaultOf(property)]),
  );
}

function defaultOf(property: Json): Json {
  if (property === null || typeof property !== 'object' || Array.isArray(property)) return null;
  return property.default ?? null;
}

/** The message as its format string reads: values as Python prints them. */
function inWords(format: string, value: Record<string, Json>): string {
  const fields = Object.entries(value).map(([key, each]) => [key, jsonAsPythonText(JSON.stringify(each))]);
  return formatted(format, Object.fromEntries(fields) as Record<string, string>);
}
