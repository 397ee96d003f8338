import { types } from 'node:util';
import { S3mini, S3NetworkError, S3ServiceError, type UploadPart } from 's3mini';
import { BackupError } from '../backupError.ts';
import type { Bytes } from '../sealing.ts';
import type { S3Target } from '../settings.ts';
import type { BackupStore } from './backupStore.ts';

/** So much of an object is in memory at once. With the protocol's 10,000 parts an object may have 160 GB. */
const PART_BYTES = 16 * 1024 * 1024;
/** A part that could not be sent is sent again, after longer and longer pauses. */
const PAUSES_MS = [500, 2_000, 8_000];

/** How servers say that they are asked too much at once: besides S3's own 503, "took too long to send" and "too many requests". */
const TOO_MUCH: ReadonlySet<number> = new Set([408, 429]);

/** Backups in a bucket of anything that speaks S3's protocol. */
export function openS3Store({
  endpoint,
  bucket,
  prefix,
  region,
  accessKeyId,
  secretAccessKey,
}: S3Target): BackupStore {
  const s3 = new S3mini({ endpoint: `${endpoint}/${bucket}`, region, accessKeyId, secretAccessKey });
  const address = `s3://${bucket}/${prefix}`;
  const keyOf = (key: string) => `${prefix}${key}`;
  const explain = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw explained(error, `${address} at ${endpoint}`);
    }
  };
  return {
    address,
    put: async (key, bytes) => {
      const parts = inParts(bytes);
      const first = await parts.next();
      const only = first.done === true ? new Uint8Array() : first.value;
      const second = await parts.next();
      if (second.done === true) {
        await explain(() => again(() => s3.putObject(keyOf(key), only)));
        return;
      }
      const uploadId = await explain(() => again(() => s3.getMultipartUploadId(keyOf(key))));
      try {
        const sent: UploadPart[] = [];
        const send = async (part: Uint8Array) => {
          const number = sent.length + 1;
          sent.push(await explain(() => again(() => s3.uploadPart(keyOf(key), uploadId, part, number))));
        };
        await send(only);
        await send(second.value);
        for await (const part of parts) await send(part);
        await explain(() => again(() => s3.completeMultipartUpload(keyOf(key), uploadId, sent)));
      } catch (error) {
        // What was sent would be stored, and paid for, unseen. If this fails too, the first failure says more.
        await s3.abortMultipartUpload(keyOf(key), uploadId).catch(() => undefined);
        throw error;
      }
    },
    get: async (key) => {
      const response = await explain(() => again(() => s3.getObjectResponse(keyOf(key))));
      return response === null
        ? null
        : bodyOf(response, (error) => explained(error, `${address} at ${endpoint}`));
    },
    list: async () => {
      const objects = await explain(() => again(() => s3.listObjects('/', prefix)));
      return (objects ?? []).map(({ Key }) => Key.slice(prefix.length));
    },
    remove: async (key) => {
      await explain(() => again(() => s3.deleteObject(keyOf(key))));
    },
  };
}

async function* bodyOf(response: Response, explain: (error: unknown) => unknown): AsyncGenerator<Uint8Array> {
  try {
    if (response.body !== null) yield* response.body as ReadableStream<Uint8Array> & Bytes;
  } catch (error) {
    throw explain(error);
  }
}

/** Bytes in parts of the same length; the last one may be shorter. */
async function* inParts(bytes: Bytes): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    waiting.push(chunk);
    length += chunk.byteLength;
    if (length < PART_BYTES) continue;
    const all = Buffer.concat(waiting);
    let from = 0;
    for (; all.length - from >= PART_BYTES; from += PART_BYTES) {
      yield new Uint8Array(all.subarray(from, from + PART_BYTES));
    }
    waiting = [all.subarray(from)];
    length = all.length - from;
  }
  if (length > 0) yield new Uint8Array(Buffer.concat(waiting));
}

async function again<T>(work: () => Promise<T>): Promise<T> {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await work();
    } catch (error) {
      const isPassing =
        error instanceof S3NetworkError ||
        isFetchFailure(error) ||
        (error instanceof S3ServiceError && (error.status >= 500 || TOO_MUCH.has(error.status)));
      if (!isPassing) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
  return work();
}

function explained(error: unknown, where: string): unknown {
  if (error instanceof S3ServiceError) {
    const code = error.serviceCode ?? String(error.status);
    return new BackupError(
      `${where} refused the request: ${code} (HTTP ${String(error.status)}). Check the bucket, AWS_ACCESS_KEY_ID, ` +
        'AWS_SECRET_ACCESS_KEY, AWS_REGION and what the key may do.',
      { cause: error },
    );
  }
  if (error instanceof S3NetworkError || isFetchFailure(error)) {
    const reason = codeOf(error) || codeOf(error.cause) || error.message;
    return new BackupError(`${where} can't be reached: ${reason}.`, { cause: error });
  }
  return error;
}

/** What fetch throws where it gets no answer: a TypeError with a cause. */
function isFetchFailure(error: unknown): error is Error {
  return types.isNativeError(error) && error.name === 'TypeError' && error.cause !== undefined;
}

function codeOf(error: unknown): string {
  return types.isNativeError(error) && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
