import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporal } from '@temporalio/proto';

const folder = fileURLToPath(new URL('../histories/', import.meta.url));

/** A history in the format of `temporal workflow show --output json`: ProtoJSON. */
export interface RecordedHistory {
  /** Version and scenario: the file's name. */
  name: string;
  json: string;
}

/** Every history recorded by any version (test/histories/record.ts). */
export function recordedHistories(): RecordedHistory[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name: basename(name, '.json'), json: readFileSync(join(folder, name), 'utf8') }));
}

/**
 * A history in the form that Temporal's worker expects. The SDK's own `historyFromJSON` fails if npm has installed
 * protobufjs twice ("type must be a Type"), as it does beside grpc-js. protobufjs itself reads everything except
 * times and durations.
 */
export function parseHistory({ json }: RecordedHistory): temporal.api.history.v1.History {
  const object = JSON.parse(json, (key, value: unknown) => {
    if (typeof value !== 'string' || key === 'data') return value;
    if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return timestampOf(value);
    return /^\d+(\.\d+)?s$/.test(value) ? durationOf(value) : value;
  }) as Record<string, unknown>;
  return temporal.api.history.v1.History.fromObject(object);
}

function timestampOf(text: string): object {
  const [whole = '', fraction = ''] = text.slice(0, -1).split('.');
  return { seconds: Date.parse(`${whole}Z`) / 1000, nanos: nanosOf(fraction) };
}

function durationOf(text: string): object {
  const [whole = '', fraction = ''] = text.slice(0, -1).split('.');
  return { seconds: Number(whole), nanos: nanosOf(fraction) };
}

function nanosOf(fraction: string): number {
  return Number(fraction.padEnd(9, '0'));
}
