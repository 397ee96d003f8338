/**
 * Why a document is not taken in: a closed list. Trying the same again helps with none of them, but where
 * `mayPass` says so.
 */
export const documentRefusals = {
  empty: { title: 'It is empty', mayPass: false },
  too_large: { title: 'It is too large', mayPass: false },
  unknown_format: { title: 'Files of this kind can’t be read', mayPass: false },
  other_format: { title: 'It is not what its name says', mayPass: false },
  broken: { title: 'It is broken', mayPass: false },
  password: { title: 'It needs a password', mayPass: false },
  no_text: { title: 'It has no text', mayPass: false },
  unknown_encoding: { title: 'Its characters cannot be read', mayPass: false },
  inflates: { title: 'It is too large when unpacked', mayPass: false },
  too_deep: { title: 'It is nested too deeply', mayPass: false },
  too_wide: { title: 'It has too many columns', mayPass: false },
  too_much_text: { title: 'It has too much text', mayPass: false },
  too_slow: { title: 'Reading it takes too long', mayPass: true },
  too_much_memory: { title: 'Reading it takes too much memory', mayPass: false },
  address_not_allowed: { title: 'The address is not allowed', mayPass: false },
  address_refused: { title: 'The server refuses it', mayPass: false },
  address_unreachable: { title: 'The server cannot be reached', mayPass: true },
} as const satisfies Record<string, { title: string; mayPass: boolean }>;

export type DocumentRefusal = keyof typeof documentRefusals;

/** Whether a refusal's type, as it comes from a row or another process, is of the list. */
export function isDocumentRefusal(type: string): type is DocumentRefusal {
  return Object.hasOwn(documentRefusals, type);
}
