import type { MetaDescriptor } from '@remix-run/node';
import { languageOfLoaderData } from './pageLanguage.ts';
import { type Translate, translatorOf } from './translator.ts';

type Match = { id: string; data: unknown } | undefined;

/**
 * The title of a page, for its route's `meta`.
 *
 * @example export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('inbox:title'))];
 */
export function pageTitle(matches: readonly Match[], words: (t: Translate) => string): MetaDescriptor {
  const language = languageOfLoaderData((id) => matches.find((match) => match?.id === id)?.data);
  return { title: `${words(translatorOf(language).t)} · Colloquy` };
}
