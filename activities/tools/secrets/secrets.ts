import type { Json } from '../../../workflows/domain/json.ts';
import { ToolUnavailable } from '../toolErrors.ts';

/** Returns a secret's value, or undefined if there is none with that name. `scope` is the call's. */
export type SecretLookup = (name: string, scope: string | undefined) => string | undefined;

const REFERENCE = /\$\{secret:([^{}]*)\}/g;
const MASK = '***';

/** Values with their secrets put in, and what hides these from a text. */
export interface RevealedValues {
  values: Record<string, string>;
  /** Replaces every secret that was put in. */
  mask: (text: string) => string;
  maskJson: (value: Json) => Json;
  /** Characters of the longest secret. */
  longest: number;
}

/** Replaces `${secret:NAME}`. Throws ToolUnavailable `misconfigured` that names a secret that is not there. */
export function revealSecrets(
  values: Record<string, string>,
  secret: SecretLookup,
  scope: string | undefined,
): RevealedValues {
  const used = new Set<string>();
  const revealed = Object.entries(values).map(([name, value]) => [
    name,
    value.replace(REFERENCE, (_reference, secretName: string) => {
      const found = secret(secretName, scope);
      if (found === undefined) {
        throw new ToolUnavailable(
          'misconfigured',
          `The secret "${secretName}", which "${name}" refers to, is not set`,
        );
      }
      used.add(found);
      return found;
    }),
  ]);
  const hidden = [...used].flatMap(writtenForms).filter((form) => form !== '');
  // The longest first: one secret may be part of another.
  hidden.sort((a, b) => b.length - a.length);
  const mask = (text: string) => hidden.reduce((masked, form) => masked.replaceAll(form, MASK), text);
  return {
    values: Object.fromEntries(revealed) as Record<string, string>,
    mask,
    maskJson: (value) => maskWithin(value, mask),
    longest: hidden[0]?.length ?? 0,
  };
}

/** As servers write it back: plain, in JSON, in a URL, in a basic credential. */
function writtenForms(secret: string): string[] {
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64'),
  ];
}

function maskWithin(value: Json, mask: (text: string) => string): Json {
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) return value.map((each) => maskWithin(each, mask));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [mask(key), maskWithin(each, mask)]));
}
