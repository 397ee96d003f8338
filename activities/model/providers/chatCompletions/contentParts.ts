import { ModelFailure } from '../../modelFailure.ts';

/** What a field of an answer's text holds: a text, or parts of several kinds. */
export interface Parts {
  text: string;
  reasoning: string;
  refusal: string;
}

/**
 * Reads `content`: a text, a part, or a list of them. Mistral's reasoning models and others send parts. Fails where a
 * part is of no known kind: what it holds would be lost, or shown as something that it is not.
 */
export function readContent(content: unknown): Parts {
  const read: Parts = { text: '', reasoning: '', refusal: '' };
  addContent(content, read);
  return read;
}

/** Reads a thought: a text, a part, or a list of them (Mistral's `thinking`, OpenRouter's `reasoning_details`). */
export function readThought(thought: unknown): string {
  if (thought === null || thought === undefined) return '';
  if (typeof thought === 'string') return thought;
  if (Array.isArray(thought)) return thought.map(readThought).join('');
  if (!isFields(thought)) throw unknownForm('a thought', thought);
  // An encrypted one has no words; it only goes back.
  const { text, thinking, summary, content, reasoning } = thought;
  return readThought(text ?? thinking ?? summary ?? content ?? reasoning);
}

function addContent(content: unknown, read: Parts): void {
  if (content === null || content === undefined) return;
  if (typeof content === 'string') {
    read.text += content;
    return;
  }
  if (Array.isArray(content)) {
    for (const part of content as unknown[]) addContent(part, read);
    return;
  }
  if (!isFields(content)) throw unknownForm('content', content);
  const { type } = content;
  switch (type) {
    case 'text':
    case 'output_text':
      if (typeof content.text !== 'string') throw unknownForm('a part of text', content);
      read.text += content.text;
      return;
    case 'refusal':
      if (typeof content.refusal !== 'string') throw unknownForm('a refusal', content);
      read.refusal += content.refusal;
      return;
    case 'thinking':
    case 'reasoning':
    case 'thought':
    case 'redacted_thinking':
    case 'reasoning.text':
    case 'reasoning.summary':
    case 'reasoning.encrypted':
      read.reasoning += readThought(content);
      return;
    // Mistral's citations: numbers in the text.
    case 'reference':
    // The calls are in `tool_calls` as well.
    case 'tool_use':
      return;
    default:
      throw unknownForm('a part', content);
  }
}

/** A failure that names the unknown form of a value. */
export function unknownForm(what: string, value: unknown): ModelFailure {
  const kind =
    isFields(value) && typeof value.type === 'string' ? ` of the type "${value.type.slice(0, 50)}"` : '';
  const form = Array.isArray(value) ? 'a list' : typeof value;
  return new ModelFailure(
    'model_unexpected_answer',
    `The model's answer has ${what}${kind === '' ? ` as ${form}` : kind}, which is not a known form`,
  );
}

export function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
