import {
  type CodedValues,
  decode,
  encode,
  type ValuesFor,
} from '../../../workflows/contracts/findings/coded.ts';
import type { Catalogue, Subject } from './catalogue.ts';

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

/**
 * What is wrong, as a coded message (workflows/contracts/findings/): `useFaultWords` says it in the reader's language.
 *
 * @example z.string().max(100, fault('auth:faults.nameTooLong', { max: 100 }))
 */
export function fault<Key extends FaultKey>(key: Key, ...[values]: ValuesFor<FaultMessage<Key>>): string {
  return encode(key, values);
}

/** A fault's name and values again; null for a text that is none. */
export function readFault(text: string): { key: FaultKey; values: CodedValues } | null {
  const coded = decode(text);
  return coded === null ? null : { key: coded.key as FaultKey, values: coded.values };
}
