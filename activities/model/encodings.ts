import { createRequire } from 'node:module';
import type * as O200k from 'gpt-tokenizer/encoding/o200k_base';

/** Splits a text into tokens. */
type Encode = (text: string) => readonly number[];

const load = createRequire(import.meta.url);
const loaded = new Map<string, Encode>();

/** An encoding of OpenAI's, loaded when it is first asked for: its tables take up to seventy megabytes. */
export function encodingOf(name: 'cl100k_base' | 'o200k_base'): Encode {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const { encode } = load(`gpt-tokenizer/encoding/${name}`) as typeof O200k;
  loaded.set(name, encode);
  return encode;
}
