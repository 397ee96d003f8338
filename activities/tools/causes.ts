import { types } from 'node:util';

/** An error and what caused it, outermost first. An error of another realm is one too. */
export function* causesOf(error: unknown): Generator<Error> {
  for (let each = error; each instanceof Error || types.isNativeError(each); each = each.cause) yield each;
}

/** The code (`ECONNREFUSED`) of an error or of its cause, from the system or a library; '' if there is none. */
export function codeOf(error: unknown): string {
  for (const each of causesOf(error)) {
    const code: unknown = Reflect.get(each, 'code');
    if (typeof code === 'string') return code;
  }
  return '';
}

/** What an error says, with what its cause says: fetch's own message tells nothing. */
export function messageOf(error: unknown): string {
  const [outer, inner] = causesOf(error);
  if (!outer) return 'unknown';
  return inner ? `${outer.message}: ${inner.message || codeOf(inner)}` : outer.message;
}
