/**
 * Something to be said, as it travels from where it is found to where it is shown: a message's name with its values, in
 * one string, as schemas and forms carry it. A value may be a coded message itself.
 */

/** The names in a message's `{{placeholders}}`. @example Placeholders<'{{name}} has {{count, number}}'> // 'name' | 'count' */
export type Placeholders<Message> = Message extends `${string}{{${infer Inside}}}${infer Rest}`
  ? PlaceholderName<Inside> | Placeholders<Rest>
  : never;

type PlaceholderName<Inside> = Inside extends `${infer Name},${string}` ? Name : Inside;

export type CodedValues = Readonly<Record<string, string | number>>;

/** What a message must be given: nothing, or a value for each of its placeholders. */
export type ValuesFor<Message> = [Placeholders<Message>] extends [never]
  ? []
  : [values: Readonly<Record<Placeholders<Message>, string | number>>];

/** Messages by their names, in subjects and as deep as one likes. */
export type Messages = { readonly [name: string]: string | Messages };

export function encode(key: string, values: CodedValues | undefined): string {
  return values === undefined ? key : `${key} ${JSON.stringify(values)}`;
}

/** A coded message's name and values again; null for a text that is none. */
export function decode(text: string): { key: string; values: CodedValues } | null {
  const [, key, json] = /^([a-zA-Z]+:faults\.[a-zA-Z]+)(?: (\{.*\}))?$/s.exec(text) ?? [];
  if (key === undefined) return null;
  if (json === undefined) return { key, values: {} };
  const values = parse(json);
  return values === null ? null : { key, values };
}

/** Says a coded message with these English messages; a text that is none, or is not among them, stays as it is. */
export function sayInEnglish(messages: Messages, text: string): string {
  const coded = decode(text);
  if (coded === null) return text;
  const message = messageOf(messages, coded.key, coded.values['count'] === 1 ? 'one' : 'other');
  if (message === null) return text;
  return message.replace(/\{\{([^{},]+)(,[^{}]*)?\}\}/g, (_whole, name: string, format?: string) => {
    const value = coded.values[name.trim()] ?? '';
    if (typeof value === 'string') return sayInEnglish(messages, value);
    return format === undefined ? String(value) : value.toLocaleString('en');
  });
}

function messageOf(messages: Messages, key: string, plural: 'one' | 'other'): string | null {
  const path = key.split(/[:.]/);
  const name = path.pop() ?? '';
  let found: string | Messages | undefined = messages;
  for (const step of path) found = typeof found === 'object' ? found[step] : undefined;
  if (typeof found !== 'object') return null;
  const message = found[name] ?? found[`${name}_${plural}`];
  return typeof message === 'string' ? message : null;
}

/** A text that only looks like a coded message may hold anything. */
function parse(json: string): CodedValues | null {
  try {
    const values = JSON.parse(json) as Record<string, unknown>;
    const isPlain = Object.values(values).every((value) => ['string', 'number'].includes(typeof value));
    return isPlain ? (values as CodedValues) : null;
  } catch {
    return null;
  }
}
