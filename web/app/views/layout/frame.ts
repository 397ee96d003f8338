import { useRouteLoaderData } from '@remix-run/react';
import type { Language } from '../../languages/language.ts';
import type { Theme } from '../theme/theme.ts';

/** What every page may know of the installation and of its own request. */
export interface RootFrame {
  /** By the request's cookie, else by what the browser asks for. */
  language: Language;
  theme: Theme;
  demoBanner: string;
  requestId: string;
  /** Where the browser reports its errors; null: nowhere. */
  sentry: { dsn: string; tracesSampleRate: number } | null;
}

/** What the frame around every signed-in page shows. */
export interface SignedInFrame {
  user: { name: string; email: string };
  /** What the account has chosen; null where the browser says it. Drawn is i18next's (pageLanguage.ts). */
  language: Language | null;
  project: { name: string };
  role: 'owner' | 'member';
  openTasks: number;
}

/** What the loader of `root.tsx` gave; undefined where it failed. */
export function useRootFrame(): RootFrame | undefined {
  return useRouteLoaderData<() => RootFrame>('root');
}

/** What the loader of `routes/signed-in.tsx` gave; undefined where it failed, and on pages outside of that frame. */
export function useSignedInFrame(): SignedInFrame | undefined {
  return useRouteLoaderData<() => SignedInFrame>('routes/signed-in');
}
