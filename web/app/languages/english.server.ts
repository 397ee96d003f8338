import { catalogue } from './en/catalogue.ts';
import { readFault } from './fault.ts';

type Words = { readonly [key: string]: string | Words };

/**
 * A fault in English, for what programs and scripts read; a text that is no fault stays as it is. Reads the catalogue by
 * itself: the server around the app has no translator.
 */
export function english(text: string): string {
  const fault = readFault(text);
  if (fault === null) return text;
  const [subject = '', ...path] = fault.key.split(/[:.]/);
  const name = path.pop() ?? '';
  let words: string | Words | undefined = (catalogue as Words)[subject];
  for (const step of path) words = typeof words === 'object' ? words[step] : undefined;
  if (typeof words !== 'object') return text;
  const plural = fault.values['count'] === 1 ? 'one' : 'other';
  const message = words[name] ?? words[`${name}_${plural}`];
  if (typeof message !== 'string') return text;
  return message.replace(/\{\{([^{},]+)(?:,[^{}]*)?\}\}/g, (_whole, value: string) =>
    String(fault.values[value.trim()] ?? ''),
  );
}
