import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that speaks as much of S3's REST protocol as a backup needs, and checks signatures (version 4). */
export interface S3Server {
  endpoint: string;
  /** The objects by `bucket/key`. */
  objects: Map<string, Buffer>;
  /** Uploads in parts that were begun and neither completed nor aborted. */
  uploads: Map<string, Map<number, Buffer>>;
  /** Each request as "METHOD /path?query". */
  requests: string[];
  /** Answers the next requests that it is true for with a fault instead. */
  fail: (fault: { status: number; code: string; times: number; on: (request: string) => boolean }) => void;
  close: () => Promise<void>;
}

interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  bucket: string;
}

export async function startS3Server({
  accessKeyId,
  secretAccessKey,
  bucket,
}: Credentials): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  const uploads = new Map<string, Map<number, Buffer>>();
  const requests: string[] = [];
  let fault: Parameters<S3Server['fail']>[0] | null = null;

  const server = createServer((request, response) => {
    void (async () => {
      const body = await readAll(request);
      const url = new URL(request.url ?? '/', 'http://s3');
      const line = `${request.method ?? ''} ${url.pathname}${url.search}`;
      requests.push(line);
      const refuse = (status: number, code: string) => {
        response.writeHead(status, { 'content-type': 'application/xml' });
        response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
      };
      if (fault !== null && fault.times > 0 && fault.on(line)) {
        fault.times -= 1;
        refuse(fault.status, fault.code);
        return;
      }
      const signature = checkSignature(request, url, body, { accessKeyId, secretAccessKey });
      if (signature !== null) {
        refuse(403, signature);
        return;
      }
      const [, name, ...rest] = decodeURIComponent(url.pathname).split('/');
      if (name !== bucket) {
        refuse(404, 'NoSuchBucket');
        return;
      }
      const key = `${bucket}/${rest.join('/')}`;
      const answer = handle({ method: request.method ?? '', query: url.searchParams, key, body });
      if (answer.code !== undefined) refuse(answer.status, answer.code);
      else response.writeHead(answer.status, answer.headers).end(answer.body);
    })();
  });

  interface Answer {
    status: number;
    code?: string;
    headers?: Record<string, string>;
    body?: Buffer | string;
  }

  function handle(asked: { method: string; query: URLSearchParams; key: string; body: Buffer }): Answer {
    const { method, query, key, body } = asked;
    const uploadId = query.get('uploadId');
    if (method === 'GET' && query.get('list-type') === '2') return list(query);
    if (method === 'POST' && query.has('uploads')) {
      const id = `upload-${String(uploads.size + 1)}-${String(requests.length)}`;
      uploads.set(id, new Map());
      return xml(`<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`);
    }
    if (uploadId !== null) {
      const parts = uploads.get(uploadId);
      if (parts === undefined) return { status: 404, code: 'NoSuchUpload' };
      if (method === 'PUT') {
        parts.set(Number(query.get('partNumber')), body);
        return { status: 200, headers: { etag: etagOf(body) } };
      }
      uploads.delete(uploadId);
      if (method === 'DELETE') return { status: 204 };
      const numbers = [...body.toString().matchAll(/<PartNumber>(\d+)</g)].map(([, number]) =>
        Number(number),
      );
      const content = Buffer.concat(numbers.map((number) => parts.get(number) ?? Buffer.alloc(0)));
      objects.set(key, content);
      return xml(
        `<CompleteMultipartUploadResult><Key>${key}</Key><ETag>${etagOf(content)}</ETag></CompleteMultipartUploadResult>`,
      );
    }
    if (method === 'PUT') {
      objects.set(key, body);
      return { status: 200, headers: { etag: etagOf(body) } };
    }
    if (method === 'DELETE') {
      objects.delete(key);
      return { status: 204 };
    }
    const content = objects.get(key);
    if (content === undefined) return { status: 404, code: 'NoSuchKey' };
    return { status: 200, headers: { 'content-length': String(content.length) }, body: content };
  }

  /** A few at once, so that whoever lists has to ask again. */
  function list(query: URLSearchParams): Answer {
    const prefix = `${bucket}/${query.get('prefix') ?? ''}`;
    const after = query.get('continuation-token') ?? '';
    const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
    const page = keys.slice(0, 3);
    const contents = page.map((key) => {
      const content = objects.get(key) ?? Buffer.alloc(0);
      return `<Contents><Key>${key.slice(bucket.length + 1)}</Key><Size>${String(content.length)}</Size></Contents>`;
    });
    const isTruncated = keys.length > page.length;
    const next = isTruncated ? `<NextContinuationToken>${page.at(-1) ?? ''}</NextContinuationToken>` : '';
    return xml(
      `<ListBucketResult><IsTruncated>${String(isTruncated)}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`,
    );
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    objects,
    uploads,
    requests,
    fail: (next) => {
      fault = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function xml(text: string) {
  return {
    status: 200,
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>${text}`,
  };
}

function etagOf(content: Buffer): string {
  return `"${createHash('md5').update(content).digest('hex')}"`;
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The error code that S3 would answer with; null: the request is signed with this secret. */
function checkSignature(
  request: IncomingMessage,
  url: URL,
  body: Buffer,
  { accessKeyId, secretAccessKey }: Pick<Credentials, 'accessKeyId' | 'secretAccessKey'>,
): string | null {
  const { authorization = '', 'x-amz-date': date, 'x-amz-content-sha256': bodyHash } = request.headers;
  const [, credential = '', signedHeaders = '', signature = ''] =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      authorization,
    ) ?? [];
  const [id, ...scope] = credential.split('/');
  if (signature === '' || typeof date !== 'string' || typeof bodyHash !== 'string') return 'AccessDenied';
  if (id !== accessKeyId) return 'InvalidAccessKeyId';
  const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');
  if (bodyHash !== 'UNSIGNED-PAYLOAD' && bodyHash !== sha256(body)) return 'XAmzContentSHA256Mismatch';
  const encode = (text: string) =>
    encodeURIComponent(text).replace(
      /[!'()*]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  const query = [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
  const headers = signedHeaders
    .split(';')
    .map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`);
  const canonical = [request.method, url.pathname, query, headers.join(''), signedHeaders, bodyHash].join(
    '\n',
  );
  const toSign = ['AWS4-HMAC-SHA256', date, scope.join('/'), sha256(canonical)].join('\n');
  const key = scope.reduce<Buffer | string>(
    (previous, part) => createHmac('sha256', previous).update(part).digest(),
    `AWS4${secretAccessKey}`,
  );
  return createHmac('sha256', key).update(toSign).digest('hex') === signature
    ? null
    : 'SignatureDoesNotMatch';
}
