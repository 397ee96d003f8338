import { readWait } from '../../workflows/domain/waitAsked.ts';

/** An error that a provider reports, in any of the known forms. */
export interface ErrorBody {
  message: string;
  /** A code in words: `context_length_exceeded`, `RESOURCE_EXHAUSTED`, … */
  code: string | null;
  type: string | null;
  /** The field of the request that is to blame. */
  param: string | null;
  /** An HTTP status in the body: for errors under status 200, and within streams. */
  status: number | null;
  retryAfterMs: number | null;
}

type Fields = Record<string, unknown>;

/**
 * Reads an error from a parsed body. OpenAI's form is `{error: {message, type, code, param}}`; Gemini's compatible
 * endpoint wraps that in a list; Ollama and others have a text in `error`; vLLM and Mistral have the fields at the
 * top (`object: "error"`); FastAPI has `detail`; OpenRouter puts the underlying provider's words into `metadata.raw`.
 * Null if it is not an error.
 */
export function readError(value: unknown, nowMs = 0): ErrorBody | null {
  if (Array.isArray(value)) return value.length === 0 ? null : readError(value[0], nowMs);
  if (!isFields(value)) return null;
  const { error, detail } = value;
  if (typeof error === 'string' && error !== '') return errorOf({ ...value, message: error }, nowMs);
  if (isFields(error)) return errorOf(error, nowMs);
  if (value.object === 'error' || value.type === 'error') return errorOf(value, nowMs);
  if (detail !== undefined && detail !== null) return errorOf({ ...value, message: detail }, nowMs);
  const isBare = typeof value.message === 'string' && !('choices' in value);
  return isBare ? errorOf(value, nowMs) : null;
}

/** Reads an error out of a text that should be one: its beginning, where it is in no known form. */
export function readErrorText(text: string, nowMs = 0): ErrorBody {
  try {
    const read = readError(JSON.parse(text), nowMs);
    if (read !== null) return read;
  } catch {
    // It is quoted.
  }
  return { message: quoted(text), code: null, type: null, param: null, status: null, retryAfterMs: null };
}

/** The beginning of a body, for people. */
export function quoted(text: string): string {
  const words = text.slice(0, 2_000).replace(/\s+/g, ' ').trim();
  if (words === '') return 'nothing';
  return words.length > 200 ? `${words.slice(0, 200)}…` : words;
}

function errorOf(error: Fields, nowMs: number): ErrorBody {
  const { code, status, type, param, metadata, details } = error;
  const number = [code, status].map(asStatus).find((each) => each !== null) ?? null;
  return {
    message: wordsOf(error, metadata),
    // Gemini's code is in `status`.
    code: asWord(code) ?? asWord(status),
    type: asWord(type),
    param: asWord(param),
    status: number,
    retryAfterMs: retryDelayOf(details, nowMs),
  };
}

function wordsOf({ message }: Fields, metadata: unknown): string {
  const words = typeof message === 'string' ? message : message === undefined ? '' : JSON.stringify(message);
  const raw = isFields(metadata) ? metadata.raw : undefined;
  if (typeof raw !== 'string' || raw === '') return words === '' ? 'an error without a message' : words;
  return `${words}: ${innerWords(raw)}`;
}

/** What the provider behind a router said. */
function innerWords(raw: string): string {
  try {
    return readError(JSON.parse(raw))?.message ?? quoted(raw);
  } catch {
    return quoted(raw);
  }
}

/** Google's RetryInfo. */
function retryDelayOf(details: unknown, nowMs: number): number | null {
  if (!Array.isArray(details)) return null;
  const waits = details.map((detail: unknown) =>
    isFields(detail) && typeof detail.retryDelay === 'string' ? readWait(detail.retryDelay, nowMs) : null,
  );
  return waits.find((wait) => wait !== null) ?? null;
}

function asStatus(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && number >= 400 && number < 600 ? number : null;
}

function asWord(value: unknown): string | null {
  return typeof value === 'string' && value !== '' && asStatus(value) === null ? value : null;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
