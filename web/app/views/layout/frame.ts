import { useRouteLoaderData } from '@remix-run/react';
import type { Language } from '../../languages/language.ts';
import type { Theme } from '../theme/theme.ts';

/** What every page may know about the installation and its own request. */
export interface RootFrame {
  /** From the request's cookie, or else from the browser's Accept-Language. */
  language: Language;
  theme: Theme;
  demoBanner: string;
  traceId: string;
  /** Where the browser reports its errors; null: nowhere. */
  sentry: { dsn: string; tracesSampleRate: number; release: string; traceId: string } | null;
}

/** The data of the frame around every signed-in page. */
export interface SignedInFrame {
  user: { id: string; name: string; email: string };
  /** The account's choice; null: the browser's language is used. The language in use is i18next's (pageLanguage.ts). */
  language: Language | null;
  project: { name: string };
  role: 'owner' | 'member';
  openTasks: number;
}

/** The data of `root.tsx`'s loader; undefined if it failed. */
export function useRootFrame(): RootFrame | undefined {
  return useRouteLoaderData<() => RootFrame>('root');
}

/** The data of the loader of `routes/signed-in.tsx`; undefined if it failed, and on pages outside that frame. */
export function useSignedInFrame(): SignedInFrame | undefined {
  return useRouteLoaderData<() => SignedInFrame>('routes/signed-in');
}
