import { z } from 'zod';
import { isStorable } from '../../../../workflows/contracts/storableText.ts';
import {
  DOCUMENT_MAX_BYTES,
  IMPORT_MAX_ADDRESSES,
  IMPORT_MAX_BYTES,
  IMPORT_MAX_FILES,
} from '../../../../workflows/domain/knowledge/importLimits.ts';
import { fault } from '../../languages/fault.ts';

const LONGEST_ADDRESS = 2_000;

/** The addresses of a form, one a line; each once. */
export const importAddressesSchema = z
  .string()
  .transform((text) => [
    ...new Set(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ),
  ])
  .superRefine((addresses, context) => {
    if (addresses.length > IMPORT_MAX_ADDRESSES) {
      context.addIssue({
        code: 'custom',
        message: fault('knowledge:faults.tooManyAddresses', { max: IMPORT_MAX_ADDRESSES }),
      });
    }
    const wrong = addresses.find((address) => !isWebAddress(address));
    if (wrong !== undefined) {
      context.addIssue({
        code: 'custom',
        message: fault('knowledge:faults.address', { address: wrong.slice(0, 200) }),
      });
    }
  });

function isWebAddress(address: string): boolean {
  const url = z
    .url({ protocol: /^https?$/ })
    .max(LONGEST_ADDRESS)
    .safeParse(address);
  return url.success && isStorable(address) && /^https?:[/][/]/i.test(address);
}

/** What is wrong with what was sent, by field: faults (languages/fault.ts). */
export interface ImportFaults {
  files: string[];
  addresses: string[];
}

const MEBIBYTE = 2 ** 20;

export const tooManyFiles = (): string => fault('knowledge:faults.tooManyFiles', { max: IMPORT_MAX_FILES });

export const fileTooLarge = (name: string): string =>
  fault('knowledge:faults.fileTooLarge', { name, max: DOCUMENT_MAX_BYTES / MEBIBYTE });

/** What is wrong with files that were chosen, before they are sent. */
export function faultsOfFiles(files: readonly { name: string; size: number }[]): string[] {
  const totalBytes = files.reduce((total, { size }) => total + size, 0);
  return [
    ...(files.length > IMPORT_MAX_FILES ? [tooManyFiles()] : []),
    ...files.filter(({ size }) => size > DOCUMENT_MAX_BYTES).map(({ name }) => fileTooLarge(name)),
    ...(totalBytes > IMPORT_MAX_BYTES
      ? [fault('knowledge:faults.filesTooLarge', { max: IMPORT_MAX_BYTES / MEBIBYTE })]
      : []),
  ];
}
