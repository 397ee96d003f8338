import { createHash } from 'node:crypto';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { BackupError } from './backupError.ts';

/** Bytes that arrive one after the other, of any number. */
export type Bytes = AsyncIterable<Uint8Array>;

/** A new pair of keys in age's format: the public one encrypts, the secret one decrypts. */
export async function newKeyPair(): Promise<{ recipient: string; identity: string }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Whether this is a public key that `seal` takes: its checksum is right, and its kind is known. */
export function isRecipient(text: string): boolean {
  return isTaken(() => new Encrypter().addRecipient(text));
}

/** Whether this is a secret key that `unseal` takes. */
export function isIdentity(text: string): boolean {
  return isTaken(() => new Decrypter().addIdentity(text));
}

function isTaken(add: () => void): boolean {
  try {
    add();
    return true;
  } catch {
    return false;
  }
}

/** Encrypts for all of these public keys, in age's format (age-encryption.org/v1). */
export async function* seal(bytes: Bytes, recipients: readonly string[]): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  yield* (await encrypter.encrypt(streamOf(bytes))) as ReadableStream<Uint8Array> & Bytes;
}

/** Decrypts with the secret key that fits; fails at the first byte that was changed, and at an end that came too early. */
export async function* unseal(
  bytes: Bytes,
  identities: readonly string[],
  what: string,
): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  const sealed = streamOf(bytes);
  let plain: Bytes;
  try {
    plain = (await decrypter.decrypt(sealed)) as ReadableStream<Uint8Array> & Bytes;
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'no reason given';
    throw new BackupError(
      `${what} can't be decrypted: ${reason}. The secret key must be the one of a public key that the backup was made for.`,
      { cause: error },
    );
  }
  try {
    yield* plain;
  } catch (error) {
    if (error instanceof BackupError) throw error;
    throw new BackupError(`${what} is damaged: it can't be decrypted to its end. Take another backup.`, {
      cause: error,
    });
  }
}

/** Counts bytes as they pass, and makes their checksum. */
export class Measure {
  bytes = 0;
  readonly #hash = createHash('sha256');

  async *of(bytes: Bytes): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      this.bytes += chunk.byteLength;
      this.#hash.update(chunk);
      yield chunk;
    }
  }

  sha256(): string {
    // A copy, so that it can be asked for more than once.
    return this.#hash.copy().digest('hex');
  }
}

/** Reads to the end. */
export async function drain(bytes: Bytes): Promise<void> {
  for await (const chunk of bytes) void chunk;
}

function streamOf(bytes: Bytes): ReadableStream<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await iterator.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    { highWaterMark: 1 },
  );
}
