import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';

/** What the manifest of an uploaded bundle says. */
export interface UploadedBundle {
  org: string;
  project: string;
  release: string;
  urls: string[];
}

/** A stand-in for the part of Sentry's API that takes source maps: files in pieces, then what they are put together to. */
export interface SentryUploads {
  url: string;
  manifests: () => UploadedBundle[];
  /** What has been shown as authorization. */
  tokens: () => ReadonlySet<string>;
  /** From now on nothing is taken. */
  refuse: () => void;
  close: () => Promise<void>;
}

const manifestSchema = z.looseObject({
  org: z.string(),
  project: z.string(),
  release: z.string(),
  files: z.record(z.string(), z.looseObject({ url: z.string() })),
});
const assembleSchema = z.looseObject({ chunks: z.array(z.string()) });

export async function startSentryUploads(): Promise<SentryUploads> {
  const pieces = new Map<string, Buffer>();
  const manifests: UploadedBundle[] = [];
  const tokens = new Set<string>();
  let refuses = false;
  let url = '';

  async function answer(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    const body = await buffer(request);
    tokens.add(request.headers.authorization ?? '');
    if (refuses) return { status: 403, body: { detail: 'You do not have permission.' } };
    if (request.url?.endsWith('/chunk-upload/') === true && request.method === 'GET') {
      return { status: 200, body: uploadOptions(url) };
    }
    if (request.url === '/pieces/') {
      for (const piece of piecesOf(body, request.headers['content-type'] ?? ''))
        pieces.set(createHash('sha1').update(piece).digest('hex'), piece);
      return { status: 200, body: {} };
    }
    if (request.url?.endsWith('/assemble/') === true) {
      const { chunks } = assembleSchema.parse(JSON.parse(body.toString()));
      const missing = chunks.filter((chunk) => !pieces.has(chunk));
      if (missing.length > 0) return { status: 200, body: { state: 'not_found', missingChunks: missing } };
      const bundle = Buffer.concat(chunks.map((chunk) => pieces.get(chunk) ?? Buffer.alloc(0)));
      const { files, ...about } = manifestSchema.parse(
        JSON.parse(fileIn(bundle, 'manifest.json').toString()),
      );
      const { org, project, release } = about;
      manifests.push({ org, project, release, urls: Object.values(files).map((file) => file.url) });
      return { status: 200, body: { state: 'ok', missingChunks: [] } };
    }
    return { status: 404, body: { detail: `No ${request.url ?? ''} here.` } };
  }

  const server = createServer((request, response) => {
    void answer(request).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    url,
    manifests: () => manifests,
    tokens: () => tokens,
    refuse: () => (refuses = true),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function uploadOptions(url: string) {
  return {
    url: `${url}/pieces/`,
    chunkSize: 8 * 1024 * 1024,
    chunksPerRequest: 64,
    maxFileSize: 2 ** 31,
    maxRequestSize: 32 * 1024 * 1024,
    concurrency: 1,
    hashAlgorithm: 'sha1',
    compression: [],
    accept: ['artifact_bundles', 'artifact_bundles_v2', 'sources', 'release_files'],
  };
}

/** The files of a form with several parts. */
function piecesOf(body: Buffer, contentType: string): Buffer[] {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1] ?? '';
  const found: Buffer[] = [];
  const mark = Buffer.from(`--${boundary}`);
  for (let at = body.indexOf(mark); at !== -1;) {
    const next = body.indexOf(mark, at + mark.length);
    if (next === -1) break;
    const part = body.subarray(at + mark.length + 2, next - 2);
    const head = part.indexOf('\r\n\r\n');
    const content = part.subarray(head + 4);
    found.push(/file_gzip/.test(part.subarray(0, head).toString()) ? gunzipSync(content) : content);
    at = next;
  }
  return found;
}

/** A file of a zip, by its list at the end; Sentry's bundles have a few bytes of their own before the first one. */
function fileIn(zip: Buffer, name: string): Buffer {
  for (let at = zip.indexOf('PK\u0001\u0002'); at !== -1; at = zip.indexOf('PK\u0001\u0002', at + 4)) {
    const nameLength = zip.readUInt16LE(at + 28);
    if (zip.subarray(at + 46, at + 46 + nameLength).toString() !== name) continue;
    const method = zip.readUInt16LE(at + 10);
    const size = zip.readUInt32LE(at + 20);
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(from, from + size);
    return method === 0 ? packed : inflateRawSync(packed);
  }
  throw new Error(`The bundle has no ${name}`);
}
