import type { catalogue } from './en/catalogue.ts';

/** All words of the app. English is their shape: every other language is `satisfies Translated<…>` of it. */
export type Catalogue = typeof catalogue;

/** The name of a subject: a file in each language's folder. */
export type Subject = keyof Catalogue;

/**
 * What another language has to say for the words of English: a message for each, but for the singular, which Chinese
 * does not have. Placeholders are compared by catalogues.test.ts.
 */
export type Translated<English> = {
  readonly [
    Key in keyof English as English[Key] extends string ? (Key extends `${string}_one` ? never : Key) : Key
  ]: English[Key] extends string ? string : Translated<English[Key]>;
};
