import type { Json } from '../../json.ts';

/** A part of a message of the Responses API. */
export type InputPart =
  | { type: 'input_text'; text: string }
  | { type: 'input_image'; image_url: string; detail: 'auto' }
  | { type: 'input_file'; filename: string; file_data: string };

/** One item of a request's input. */
export type InputItem =
  | { role: 'system' | 'user' | 'assistant'; content: string | InputPart[] }
  | { type: 'function_call'; call_id: string; name: string; arguments: string }
  | { type: 'function_call_output'; call_id: string; output: string }
  /** As it came from the provider. */
  | { [field: string]: Json };
