import { type Language, parseLanguage } from './language.ts';
import { negotiateLanguage } from './negotiateLanguage.ts';

const COOKIE = 'colloquy-language';
const ONE_YEAR_SECONDS = 365 * 24 * 3600;

/** The language of a request as far as its headers say: the one chosen in this browser, else what the browser asks for. */
export function requestLanguage(headers: Headers): Language {
  return readLanguageCookie(headers.get('cookie')) ?? negotiateLanguage(headers.get('accept-language'));
}

/** The language that was chosen in this browser; null where none was. */
export function readLanguageCookie(cookieHeader: string | null): Language | null {
  const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim().split('='));
  return parseLanguage(pairs.find(([name]) => name === COOKIE)?.[1]);
}

/** The Set-Cookie header that keeps a choice for a year. */
export function serializeLanguage(language: Language): string {
  return `${COOKIE}=${language}; Path=/; Max-Age=${ONE_YEAR_SECONDS}; SameSite=Lax`;
}
