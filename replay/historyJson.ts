import protocol, { type temporal } from '@temporalio/proto';
import { isObject } from '../workflows/domain/json.ts';
import type { WantedValue } from '../workflows/domain/replay/verdict.ts';
import {
  type EnumType,
  fieldOf,
  type History,
  historyType,
  isEnum,
  type MessageType,
} from './historyType.ts';
import { RefusedHistory } from './refusedHistory.ts';

/*
 * Temporal's JSON form of a history, as `temporal workflow show --output json` writes it (ProtoJSON). The SDK's own
 * reader needs one copy of protobufjs, of which npm installs several, and it has no writer.
 */

type JsonObject = Record<string, unknown>;

const TIMESTAMP = '.google.protobuf.Timestamp';
const DURATION = '.google.protobuf.Duration';
/** Failures have causes, which have causes. */
const MOST_DEPTH = 100;

/** A history as an object of Temporal's JSON form. */
export function historyToJson(history: History): JsonObject {
  return messageToJson(historyType, history as JsonObject);
}

function messageToJson(type: MessageType, message: JsonObject): JsonObject {
  const entries = Object.keys(message).flatMap((name): [string, unknown][] => {
    const field = fieldOf(type, name);
    const value = message[name];
    if (field === null || value === null || value === undefined) return [];
    const write = (each: unknown) => valueToJson(field.type, field.resolvedType, each);
    if (field.repeated)
      return (value as unknown[]).length === 0 ? [] : [[name, (value as unknown[]).map(write)]];
    if (field.map) {
      const pairs = Object.entries(value as JsonObject).map(([key, each]) => [key, write(each)] as const);
      return pairs.length === 0 ? [] : [[name, Object.fromEntries(pairs)]];
    }
    return [[name, write(value)]];
  });
  return Object.fromEntries(entries);
}

function valueToJson(type: string, resolved: MessageType | EnumType | null, value: unknown): unknown {
  if (resolved === null) {
    if (type === 'bytes') return Buffer.from(value as Uint8Array).toString('base64');
    // Numbers of 64 bits are texts in JSON.
    return isObject(value) ? (value as unknown as bigint).toString() : value;
  }
  if (isEnum(resolved)) return resolved.valuesById[Number(value)] ?? value;
  if (resolved.fullName === TIMESTAMP) return timestampText(value as Moment);
  if (resolved.fullName === DURATION) return `${secondsText(value as Moment)}s`;
  return messageToJson(resolved, value as JsonObject);
}

type Moment = temporal.api.history.v1.IHistoryEvent['eventTime'] & object;

function timestampText(moment: Moment): string {
  const whole = new Date(Number(moment.seconds ?? 0) * 1_000).toISOString().slice(0, 19);
  return `${whole}${fraction(moment.nanos ?? 0)}Z`;
}

function secondsText(moment: Moment): string {
  return `${String(Number(moment.seconds ?? 0))}${fraction(moment.nanos ?? 0)}`;
}

/** In thousandths, millionths or billionths, as Temporal's tools write it. */
function fraction(nanos: number): string {
  if (nanos === 0) return '';
  return `.${String(nanos)
    .padStart(9, '0')
    .replace(/(?:000){1,2}$/, '')}`;
}

/** A history of an object of Temporal's JSON form. Fields that this version does not know are left out. Throws RefusedHistory. */
export function historyFromJson(json: unknown): temporal.api.history.v1.History {
  const whole = isObject(json) && isObject(json['history']) ? json['history'] : json;
  if (!isObject(whole) || !Array.isArray(whole['events'])) {
    throw misfit('events', 'list');
  }
  const history = messageFromJson(historyType, whole, '', 0);
  return protocol.temporal.api.history.v1.History.fromObject(history);
}

function messageFromJson(type: MessageType, json: JsonObject, path: string, depth: number): JsonObject {
  if (depth > MOST_DEPTH) throw new RefusedHistory('too_deep');
  const entries = Object.keys(json).flatMap((key): [string, unknown][] => {
    const field = fieldOf(type, key) ?? fieldOf(type, camelCase(key));
    const value = json[key];
    if (field === null || value === null || value === undefined) return [];
    const at = path === '' ? key : `${path}.${key}`;
    const read = (each: unknown, index: number | string) =>
      valueFromJson(field.type, field.resolvedType, each, `${at}[${String(index)}]`, depth);
    if (field.repeated) {
      if (!Array.isArray(value)) throw misfit(at, 'list');
      return [[field.name, value.map(read)]];
    }
    if (field.map) {
      if (!isObject(value)) throw misfit(at, 'object');
      return [[field.name, mapped(value, read)]];
    }
    return [[field.name, valueFromJson(field.type, field.resolvedType, value, at, depth)]];
  });
  return Object.fromEntries(entries);
}

function mapped(value: JsonObject, read: (each: unknown, key: string) => unknown): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, read(each, key)]));
}

function valueFromJson(
  type: string,
  resolved: MessageType | EnumType | null,
  value: unknown,
  path: string,
  depth: number,
): unknown {
  if (resolved === null) return scalarFromJson(type, value, path);
  if (isEnum(resolved)) return enumFromJson(resolved, value, path);
  if (resolved.fullName === TIMESTAMP) return momentFromJson(TIMESTAMP_TEXT, value, path, timestampSeconds);
  if (resolved.fullName === DURATION) return momentFromJson(DURATION_TEXT, value, path, Number);
  if (!isObject(value)) throw misfit(path, 'object');
  return messageFromJson(resolved, value, path, depth + 1);
}

const WHOLE_NUMBER = /^-?\d{1,19}$/;

function scalarFromJson(type: string, value: unknown, path: string): unknown {
  switch (type) {
    case 'bytes':
      if (typeof value !== 'string') throw misfit(path, 'base64');
      return Buffer.from(value, 'base64');
    case 'string':
      if (typeof value !== 'string') throw misfit(path, 'text');
      return value;
    case 'bool':
      if (typeof value !== 'boolean') throw misfit(path, 'boolean');
      return value;
    case 'float':
    case 'double':
      if (typeof value !== 'number') throw misfit(path, 'number');
      return value;
    default:
      if (!WHOLE_NUMBER.test(String(value))) throw misfit(path, 'whole_number');
      return /64/.test(type) ? String(value) : Number(value);
  }
}

/** By its full name, by its short one (`ActivityTaskScheduled`, as older tools write it), or by its number. */
function enumFromJson({ name, values }: EnumType, value: unknown, path: string): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  if (typeof value === 'string') {
    const short = `${snakeCase(name)}_${snakeCase(value)}`;
    const found = Object.hasOwn(values, value)
      ? values[value]
      : Object.hasOwn(values, short)
        ? values[short]
        : undefined;
    if (found !== undefined) return found;
  }
  throw misfit(path, 'known_name');
}

const TIMESTAMP_TEXT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z$/;
const DURATION_TEXT = /^(-?\d{1,12})(?:\.(\d{1,9}))?s$/;

function timestampSeconds(text: string): number {
  return Date.parse(`${text}Z`) / 1_000;
}

function momentFromJson(
  form: RegExp,
  value: unknown,
  path: string,
  secondsOf: (text: string) => number,
): { seconds: number; nanos: number } {
  const [, whole = '', part = ''] = form.exec(typeof value === 'string' ? value : '') ?? [];
  const seconds = whole === '' ? Number.NaN : secondsOf(whole);
  if (Number.isNaN(seconds)) throw misfit(path, 'moment');
  return { seconds, nanos: Number(part.padEnd(9, '0')) };
}

function misfit(path: string, wanted: WantedValue): RefusedHistory {
  return new RefusedHistory('not_a_history', { kind: 'misfit', path: path.slice(0, 200), wanted });
}

function camelCase(key: string): string {
  return key.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

function snakeCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
}
