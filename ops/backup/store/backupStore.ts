import type { Bytes } from '../sealing.ts';

/** Where backups are kept. Keys are names with `/` between them. */
export interface BackupStore {
  /** Its address for people, without secrets. */
  address: string;
  /** Writes an object. It is there once all of it is; if `bytes` fails, nothing of it is. */
  put: (key: string, bytes: Bytes) => Promise<void>;
  /** An object's content as it arrives; null: there is none. */
  get: (key: string) => Promise<Bytes | null>;
  /** The keys of all objects. */
  list: () => Promise<string[]>;
  /** Removes an object; no error if there is none. */
  remove: (key: string) => Promise<void>;
}

/** A small object as text; null: there is none. */
export async function readText(store: BackupStore, key: string): Promise<string | null> {
  const bytes = await store.get(key);
  if (bytes === null) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

export async function putText(store: BackupStore, key: string, text: string): Promise<void> {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(Buffer.from(text));
  }
  await store.put(key, bytes());
}
