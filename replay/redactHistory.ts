import { isObject } from '../workflows/domain/json.ts';
import { isOwnWord } from './vocabulary.ts';

type JsonObject = Record<string, unknown>;

/** What people, models and machines have written, beside the payloads. */
const TEXTS: ReadonlySet<string> = new Set(['message', 'stackTrace', 'reason', 'identity', 'details']);

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** A workflow's id: what it is, and the id of the row that it belongs to. */
const WORKFLOW_ID =
  /^(?:conversation|standing|schedule|knowledge-(?:import|document|search)|memory|notice)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:-\d+)?$/;
const PLACE = /[/~.]/;

/**
 * Replaces the texts of a history in Temporal's JSON form, part by part: names, tasks' texts, what failed with which words.
 * Kinds, states, ids and numbers stay, and the same text becomes the same word throughout, so that it still replays.
 */
export class HistoryRedactor {
  readonly #words = new Map<string, string>();

  /** A part of a history, without its texts. Parts are to be given in order. */
  redact(part: JsonObject): JsonObject {
    return this.#object(part);
  }

  #object(value: JsonObject): JsonObject {
    if (isPayload(value)) return this.#payload(value);
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        key,
        TEXTS.has(key) && typeof each === 'string' && each !== '' ? 'redacted' : this.#inEvent(each),
      ]),
    );
  }

  #inEvent(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((each) => this.#inEvent(each));
    return isObject(value) ? this.#object(value) : value;
  }

  #payload(payload: Payload): JsonObject {
    const data = Buffer.from(payload.data, 'base64').toString('utf8');
    return { ...payload, data: Buffer.from(this.#data(data)).toString('base64') };
  }

  #data(data: string): string {
    if (data === '') return '';
    let value: unknown;
    try {
      value = JSON.parse(data);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return '';
    }
    return JSON.stringify(this.#value(value));
  }

  #value(value: unknown): unknown {
    if (typeof value === 'string') return this.#text(value);
    if (Array.isArray(value)) return value.map((each) => this.#value(each));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [this.#text(key), this.#value(each)]),
    );
  }

  #text(text: string): string {
    if (text === '' || isOwnWord(text) || isId(text) || !Number.isNaN(Number(text))) return text;
    const word = this.#words.get(text) ?? this.#path(text);
    if (word !== null) return word;
    const made = `text-${String(this.#words.size + 1)}`;
    this.#words.set(text, made);
    return made;
  }

  /** An inner team's place is made of names that have been seen. */
  #path(text: string): string | null {
    if (!PLACE.test(text)) return null;
    const parts = text.split(/([/~.])/).map((part) => {
      if (PLACE.test(part) || /^\d+$/.test(part)) return part;
      return isOwnWord(part) ? part : this.#words.get(part);
    });
    return parts.includes(undefined) ? null : parts.join('');
  }
}

function isId(text: string): boolean {
  return UUID.test(text) || WORKFLOW_ID.test(text);
}

interface Payload extends JsonObject {
  data: string;
}

function isPayload(value: JsonObject): value is Payload {
  return typeof value['data'] === 'string' && isObject(value['metadata']);
}
