/** The reader's choice; `system` follows the operating system. */
export type Theme = 'system' | 'light' | 'dark';

export const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

const COOKIE = 'colloquy-theme';
const ONE_YEAR_SECONDS = 365 * 24 * 3600;

function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value);
}

/** The theme that a form field names; `system` if it names none. */
export function parseTheme(value: unknown): Theme {
  return isTheme(value) ? value : 'system';
}

/** The theme in a request's Cookie header. */
export function readTheme(cookieHeader: string | null): Theme {
  const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim().split('='));
  return parseTheme(pairs.find(([name]) => name === COOKIE)?.[1]);
}

/** The Set-Cookie header that stores a theme for a year. */
export function serializeTheme(theme: Theme): string {
  return `${COOKIE}=${theme}; Path=/; Max-Age=${ONE_YEAR_SECONDS}; SameSite=Lax`;
}
