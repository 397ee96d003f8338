import { saidText } from '../../../../workflows/domain/providers/responses/saidText.ts';
import { countOf, fieldsOf, listOf, type Loose, textOf } from '../../loose.ts';

/** A response of the Responses API, as far as it has arrived. */
export interface AnsweredResponse {
  /** Its fields besides its output. */
  fields: Loose;
  output: readonly Loose[];
}

/** Puts a streamed response together. Events that it does not know are left aside. */
export interface ResponseAssembly {
  /** Takes an event; returns whether there is new text to read. */
  add(event: unknown): boolean;
  /** The words so far. */
  text(): string;
  /** The response's id; null until an event names it. */
  id(): string | null;
  /** The number of the newest event; null: they have none. */
  sequence(): number | null;
  /** The response in its last state; null: it has not come to one. */
  ended(): AnsweredResponse | null;
}

/** The states in which a response stays. */
const LAST_STATES = ['completed', 'incomplete', 'failed', 'cancelled'];

export function assembleResponse(): ResponseAssembly {
  let text = '';
  let id: string | null = null;
  let sequence: number | null = null;
  let ended: AnsweredResponse | null = null;
  const done = new Map<number, Loose>();
  const takeResponse = (response: unknown) => {
    if (textOf(fieldsOf(response)['id']) !== '') id = textOf(fieldsOf(response)['id']);
  };
  return {
    add(event) {
      const fields = fieldsOf(event);
      const type = textOf(fields['type']);
      sequence = countOf(fields['sequence_number']) ?? sequence;
      takeResponse(fields['response']);
      switch (type) {
        case 'response.output_text.delta':
        case 'response.refusal.delta':
          text += textOf(fields['delta']);
          return textOf(fields['delta']) !== '';
        case 'response.function_call_arguments.delta':
          return true;
        case 'response.output_item.done':
          done.set(countOf(fields['output_index']) ?? done.size, fieldsOf(fields['item']));
          return false;
        case 'response.completed':
        case 'response.incomplete':
        case 'response.failed': {
          const whole = wholeResponse(fields['response']);
          // Some servers leave out of the end what they have sent before.
          const items = [...done.entries()].toSorted(([left], [right]) => left - right);
          const output = whole.output.length > 0 ? whole.output : items.map(([, item]) => item);
          // The event says how the response ended where the response itself says nothing final.
          const status = isLastState(whole) ? textOf(whole.fields['status']) : type.slice('response.'.length);
          ended = { fields: { ...whole.fields, status }, output };
          return false;
        }
        default:
          return false;
      }
    },
    text: () => text,
    id: () => id,
    sequence: () => sequence,
    ended: () => ended,
  };
}

/** A response that came as a whole. */
export function wholeResponse(value: unknown): AnsweredResponse {
  const { output, ...fields } = fieldsOf(value);
  return { fields, output: listOf(output).map(fieldsOf) };
}

/** Whether a response is in a state in which it stays. */
export function isLastState({ fields }: AnsweredResponse): boolean {
  return LAST_STATES.includes(textOf(fields['status']));
}

/** The text of a response, also of an incomplete one. */
export function wordsOf({ output }: AnsweredResponse): string {
  return saidText(output);
}
