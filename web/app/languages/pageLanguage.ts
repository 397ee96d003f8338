import { DEFAULT_LANGUAGE, type Language, parseLanguage } from './language.ts';

/**
 * A document's language, by the data of its routes' loaders: the account's choice, else the request's; English where
 * neither could be had, as where a loader failed.
 */
export function languageOfLoaderData(dataOf: (routeId: string) => unknown): Language {
  const frame = dataOf('routes/signed-in') as { language?: unknown } | null | undefined;
  const root = dataOf('root') as { language?: unknown } | null | undefined;
  return parseLanguage(frame?.language) ?? parseLanguage(root?.language) ?? DEFAULT_LANGUAGE;
}
