import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';

type Value = string | number | boolean | Value[];

/** A span as it arrived. */
export interface ReceivedSpan {
  /** service.name of whoever sent it. */
  service: string;
  traceId: string;
  spanId: string;
  /** "": it is the first of its trace. */
  parentSpanId: string;
  name: string;
  kind: number;
  startMs: number;
  endMs: number;
  attributes: Record<string, Value>;
  /** Trace ids of its links. */
  links: string[];
  /** 0 unset, 1 ok, 2 error. */
  status: number;
}

/** A stand-in for a collector: takes traces over OTLP/HTTP in protobuf, as the protocol's documents say. */
export interface OtlpReceiver {
  /** For OTEL_EXPORTER_OTLP_ENDPOINT. */
  endpoint: string;
  spans: () => ReceivedSpan[];
  /** Every byte that came, as text, to search for what must not be in it. */
  raw: () => string;
  /** How it answers from now on: as it should, not at all, or with an error. */
  behave: (how: 'well' | 'silent' | 'failing') => void;
  requests: () => number;
  close: () => Promise<void>;
}

export async function startOtlpReceiver(): Promise<OtlpReceiver> {
  const bodies: Buffer[] = [];
  let requests = 0;
  let how: 'well' | 'silent' | 'failing' = 'well';
  const server = createServer((request, response) => {
    requests += 1;
    if (how === 'silent') return;
    void buffer(request).then((body) => {
      if (how === 'failing') {
        response.writeHead(503).end();
        return;
      }
      const isTraces = request.method === 'POST' && request.url === '/v1/traces';
      const isProtobuf = request.headers['content-type'] === 'application/x-protobuf';
      if (isTraces && isProtobuf)
        bodies.push(request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body);
      response
        .writeHead(isTraces && isProtobuf ? 200 : 400, { 'content-type': 'application/x-protobuf' })
        .end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${String(port)}`,
    spans: () => bodies.flatMap(spansOf),
    raw: () => bodies.map((body) => body.toString('latin1')).join('\n'),
    behave: (next) => (how = next),
    requests: () => requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

// The numbers are those of opentelemetry-proto (trace/v1/trace.proto, common/v1/common.proto).

function spansOf(body: Buffer): ReceivedSpan[] {
  return parts(fields(body), 1).flatMap((resourceSpans) => {
    const resource = attributesOf(
      fields(parts(resourceSpans, 1).length === 0 ? Buffer.alloc(0) : bytes(resourceSpans, 1)),
      1,
    );
    return parts(resourceSpans, 2)
      .flatMap((scopeSpans) => parts(scopeSpans, 2))
      .map((span) => ({
        service: String(resource['service.name'] ?? ''),
        traceId: bytes(span, 1).toString('hex'),
        spanId: bytes(span, 2).toString('hex'),
        parentSpanId: bytes(span, 4).toString('hex'),
        name: bytes(span, 5).toString('utf8'),
        kind: Number(span.find(({ number }) => number === 6)?.value ?? 0),
        startMs: nanosOf(span, 7),
        endMs: nanosOf(span, 8),
        attributes: attributesOf(span, 9),
        links: parts(span, 13).map((link) => bytes(link, 1).toString('hex')),
        status: Number(parts(span, 15)[0]?.find(({ number }) => number === 3)?.value ?? 0),
      }));
  });
}

function attributesOf(message: Field[], number: number): Record<string, Value> {
  return Object.fromEntries(
    parts(message, number).map((pair) => [bytes(pair, 1).toString('utf8'), valueOf(parts(pair, 2)[0] ?? [])]),
  );
}

function valueOf(any: Field[]): Value {
  const [field] = any;
  if (field === undefined) return '';
  if (field.number === 2) return field.value === 1n;
  if (field.number === 3) return Number(field.value);
  if (field.number === 4) return Buffer.isBuffer(field.value) ? field.value.readDoubleLE() : 0;
  if (field.number === 5) return parts(fields(bytes(any, 5)), 1).map(valueOf);
  return bytes(any, 1).toString('utf8');
}

interface Field {
  number: number;
  /** A number where it is a varint, otherwise its bytes. */
  value: bigint | Buffer;
}

/** The fields of a message, by protobuf's wire format. */
function fields(message: Buffer): Field[] {
  const found: Field[] = [];
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = message[at++] ?? 0;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const take = (count: number): Buffer => message.subarray(at, (at += count));
  while (at < message.length) {
    const key = Number(varint());
    const number = key >> 3;
    const type = key & 7;
    if (type === 0) found.push({ number, value: varint() });
    else if (type === 1) found.push({ number, value: take(8) });
    else if (type === 2) found.push({ number, value: take(Number(varint())) });
    else if (type === 5) found.push({ number, value: take(4) });
    else throw new Error(`Protobuf has no wire type ${String(type)} here`);
  }
  return found;
}

function bytes(message: Field[], number: number): Buffer {
  const value = message.find((field) => field.number === number)?.value;
  return Buffer.isBuffer(value) ? value : Buffer.alloc(0);
}

function parts(message: Field[], number: number): Field[][] {
  return message
    .filter((field) => field.number === number)
    .map(({ value }) => fields(Buffer.isBuffer(value) ? value : Buffer.alloc(0)));
}

function nanosOf(message: Field[], number: number): number {
  const value = bytes(message, number);
  return value.length === 8 ? Number(value.readBigUInt64LE() / 1_000_000n) : 0;
}
