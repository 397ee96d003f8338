import { parseLanguage } from '../../languages/language.ts';
import { serializeLanguage } from '../../languages/requestLanguage.ts';
import { services } from '../../services.server.ts';
import { CLIENT_ADDRESS_HEADER } from './clientAddressHeader.ts';

export type EnterAccountOptions = {
  /** The request with the form: its address counts towards the limit of attempts. */
  request: Request;
  action: 'sign-in' | 'sign-up';
  fields: { email: string; password: string; name?: string };
};

export type EnterAccountOutcome =
  | { kind: 'entered'; headers: Headers }
  | { kind: 'refused'; code: string }
  | { kind: 'too_many_attempts'; retryAfterSeconds: number };

/**
 * Signs a user in or up. Calls better-auth's endpoint rather than its functions, because only the endpoint counts
 * attempts. On success `headers` contain the session's cookie.
 */
export async function enterAccount({
  request,
  action,
  fields,
}: EnterAccountOptions): Promise<EnterAccountOutcome> {
  const { auth, appUrl } = services();
  const headers = new Headers({ 'content-type': 'application/json', origin: new URL(appUrl).origin });
  for (const name of [CLIENT_ADDRESS_HEADER, 'user-agent']) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const url = new URL(`/api/auth/${action}/email`, appUrl);
  const answer = await auth.handler(
    new Request(url, { method: 'POST', headers, body: JSON.stringify(fields) }),
  );
  if (answer.ok) return { kind: 'entered', headers: await cookiesOf(answer) };
  if (answer.status === 429) {
    return {
      kind: 'too_many_attempts',
      retryAfterSeconds: Number(answer.headers.get('x-retry-after') ?? 60),
    };
  }
  if (answer.status >= 500) throw new Error(`better-auth answered ${action} with ${answer.status}`);
  const body = (await answer.json()) as { code?: string };
  return { kind: 'refused', code: body.code ?? '' };
}

/** The session's cookie, and the account's language for pages that know no account. */
async function cookiesOf(answer: Response): Promise<Headers> {
  const headers = new Headers();
  for (const cookie of answer.headers.getSetCookie()) headers.append('set-cookie', cookie);
  const body = (await answer.json()) as { user?: { language?: unknown } };
  const language = parseLanguage(body.user?.language);
  if (language !== null) headers.append('set-cookie', serializeLanguage(language));
  return headers;
}
