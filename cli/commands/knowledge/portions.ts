import {
  DOCUMENT_MAX_BYTES,
  IMPORT_MAX_ADDRESSES,
  IMPORT_MAX_BYTES,
  IMPORT_MAX_FILES,
} from '../../../workflows/domain/knowledge/importLimits.ts';

/** A file to bring in. */
export interface FileToBring {
  path: string;
  /** The name under which it is brought in: its next version is found by it. */
  name: string;
  sizeBytes: number;
}

/** What one import takes. */
export interface Portion {
  files: FileToBring[];
  addresses: string[];
}

/** What to bring in, in as many imports as it takes: each has at most so many files, bytes and addresses. In their order. */
export function portionsOf(files: readonly FileToBring[], addresses: readonly string[]): Portion[] {
  const portions: Portion[] = [];
  let open: Portion = { files: [], addresses: [] };
  let openBytes = 0;
  const close = () => {
    portions.push(open);
    open = { files: [], addresses: [] };
    openBytes = 0;
  };
  for (const file of files) {
    if (open.files.length >= IMPORT_MAX_FILES || openBytes + file.sizeBytes > IMPORT_MAX_BYTES) close();
    open.files.push(file);
    openBytes += file.sizeBytes;
  }
  for (const address of addresses) {
    if (open.addresses.length >= IMPORT_MAX_ADDRESSES) close();
    open.addresses.push(address);
  }
  if (open.files.length + open.addresses.length > 0) close();
  return portions;
}

/** Why these files can't be brought in together; null if they can. */
export function faultOf(files: readonly FileToBring[]): string | null {
  const large = files.find(({ sizeBytes }) => sizeBytes > DOCUMENT_MAX_BYTES);
  if (large !== undefined) {
    return `${large.path} is larger than ${String(DOCUMENT_MAX_BYTES / 2 ** 20)} MiB: split it, or leave it out.`;
  }
  const byName = new Map<string, string>();
  for (const { name, path } of files) {
    const other = byName.get(name);
    if (other !== undefined) {
      return `${other} and ${path} have the same name, under which one would be a version of the other: rename one of them.`;
    }
    byName.set(name, path);
  }
  return null;
}
