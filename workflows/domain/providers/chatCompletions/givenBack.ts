import type { Json } from '../../json.ts';
import { type GiveBack, itemsFor } from '../giveBack.ts';
import { wantsSignatures } from './dialects.ts';

type Fields = { [name: string]: Json };

/** Data that goes back with a message and its calls to the model that they came from. */
export interface GivenBack {
  message: Fields;
  calls: (callId: string) => Fields;
}

/** In Gemini's documentation: the signature of calls that another model has made, or that had none. */
const NO_SIGNATURE: Fields = {
  extra_content: { google: { thought_signature: 'skip_thought_signature_validator' } },
};

/** What a message gives back to a model. */
export function givenBack(
  { giveBack, role }: { giveBack?: GiveBack | undefined; role: string },
  model: string,
): GivenBack {
  const items = fieldsOf(itemsFor(giveBack, { provider: 'chat_completions', model }));
  const calls = fieldsOf(items.calls);
  // Gemini signs only the first of several calls: a message with one signature needs no other.
  const isUnsigned = role === 'assistant_calls' && Object.keys(calls).length === 0 && wantsSignatures(model);
  return {
    message: fieldsOf(items.message),
    calls: (callId) => (isUnsigned ? NO_SIGNATURE : fieldsOf(calls[callId])),
  };
}

function fieldsOf(value: Json | undefined): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
