import type { Catalogue, Placeholders, Subject } from './catalogue.ts';

/** A message's name without the ending of its plural form. */
type WithoutPlural<Key> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key;

type FaultsOf<Of extends Subject> = Catalogue[Of] extends { readonly faults: infer Faults } ? Faults : never;

/** The name of a message that says what is wrong: those under `faults` of any subject. */
export type FaultKey = {
  [Of in Subject]: [FaultsOf<Of>] extends [never]
    ? never
    : `${Of}:faults.${WithoutPlural<keyof FaultsOf<Of> & string>}`;
}[Subject];

type FaultMessage<Key extends FaultKey> = Key extends `${infer Of extends Subject}:faults.${infer Name}`
  ? FaultsOf<Of>[keyof FaultsOf<Of> & (Name | `${Name}_${'one' | 'other'}`)]
  : never;

export type FaultValues = Readonly<Record<string, string | number>>;

type ValuesOf<Key extends FaultKey> = [Placeholders<FaultMessage<Key>>] extends [never]
  ? []
  : [values: Readonly<Record<Placeholders<FaultMessage<Key>>, string | number>>];

/**
 * What is wrong, as it travels from where it is found to where it is shown: the message's name with its values, in one
 * string, as forms and schemas carry it. `useFaultWords` says it in the reader's language.
 *
 * @example z.string().max(100, fault('auth:faults.nameTooLong', { max: 100 }))
 */
export function fault<Key extends FaultKey>(key: Key, ...[values]: ValuesOf<Key>): string {
  return values === undefined ? key : `${key} ${JSON.stringify(values)}`;
}

/** A fault's name and values again; null for a text that is none. */
export function readFault(text: string): { key: FaultKey; values: FaultValues } | null {
  const [, key, values] = /^([a-zA-Z]+:faults\.[a-zA-Z]+)(?: (\{.*\}))?$/s.exec(text) ?? [];
  if (key === undefined) return null;
  return { key: key as FaultKey, values: values === undefined ? {} : (JSON.parse(values) as FaultValues) };
}
