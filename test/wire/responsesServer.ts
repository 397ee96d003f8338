import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import type { Json } from '../../workflows/domain/json.ts';
import { type Event, responseEvents, responseObject, type ScriptedResponse } from './responseEvents.ts';

/** A response that a stand-in for OpenAI's Responses API is generating, or has generated. */
export interface WrittenResponse {
  id: string;
  /** The request. */
  body: Record<string, Json>;
  state: 'queued' | 'in_progress' | 'completed' | 'incomplete' | 'failed' | 'cancelled';
  /** The event numbers after which its stream was requested again. */
  startedAfter: (number | null)[];
}

/**
 * A stand-in for OpenAI's Responses API with its background mode: a background response is generated whether anybody
 * is connected or not, can be fetched and cancelled by its id, and its stream can be resumed after any of its events.
 */
export interface ResponsesServer {
  baseUrl: string;
  /** In the order of the requests. */
  responses: readonly WrittenResponse[];
  /** Scripts the next answers. */
  script: (...next: ScriptedResponse[]) => void;
  /** Answers all requests beyond the script. */
  otherwise: (answer: (body: Record<string, Json>) => ScriptedResponse) => void;
  /** The time from one event of a response to the next. */
  setPace: (milliseconds: number) => void;
  /** Generates no more than this many events of each response until told otherwise; null: all of them. */
  writeAtMost: (events: number | null) => void;
  /** Breaks each connection after this many events have been sent over it; null: never. */
  breakAfter: (events: number | null) => void;
  /** Forgets all responses, as OpenAI does after some minutes, and breaks all connections. */
  forget: () => void;
  /** Answers everything with a status and breaks all connections, as in an outage; null: ends the outage. */
  refuse: (status: number | null) => void;
  close: () => Promise<void>;
}

interface Writing extends WrittenResponse {
  scripted: ScriptedResponse;
  events: Event[];
  /** The number of requests so far. */
  written: number;
  changed: Set<() => void>;
}

export async function startResponsesServer(port = 0): Promise<ResponsesServer> {
  const all: Writing[] = [];
  const kept = new Map<string, Writing>();
  const scripted: ScriptedResponse[] = [];
  let fallback: ((body: Record<string, Json>) => ScriptedResponse) | null = null;
  let paceMs = 0;
  let atMost: number | null = null;
  let mayGoOn = Promise.withResolvers<void>();
  let breakAfter: number | null = null;
  let refused: number | null = null;
  let isClosed = false;

  const announce = (writing: Writing) => {
    for (const listener of writing.changed) listener();
  };
  const write = async (writing: Writing) => {
    while (writing.written < writing.events.length && !isClosed) {
      // It is accepted immediately.
      if (paceMs > 0 && writing.written > 0) await delay(paceMs);
      while (atMost !== null && writing.written >= atMost && !isClosed) await mayGoOn.promise;
      if (writing.state === 'cancelled') return;
      writing.written += 1;
      const isOver = writing.written === writing.events.length;
      writing.state = isOver ? (writing.scripted.status ?? 'completed') : 'in_progress';
      announce(writing);
    }
  };
  const streamFrom = async (writing: Writing, first: number, response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    let isGone = false;
    response.once('close', () => {
      isGone = true;
      announce(writing);
    });
    for (let next = first, sent = 0; !isGone && next < writing.events.length; next += 1, sent += 1) {
      while (next >= writing.written && !isGone && writing.state !== 'cancelled' && !isClosed) {
        await new Promise<void>((resolve) => {
          const listener = () => {
            writing.changed.delete(listener);
            resolve();
          };
          writing.changed.add(listener);
        });
      }
      if (isGone || writing.state === 'cancelled' || isClosed) break;
      if (breakAfter !== null && sent >= breakAfter) {
        // What has been sent still arrives.
        await delay(20);
        return void response.destroy();
      }
      const event = writing.events[next];
      response.write(`event: ${event?.type ?? ''}\ndata: ${JSON.stringify(event)}\n\n`);
    }
    response.end();
  };

  const create = async (request: IncomingMessage, response: ServerResponse) => {
    const body = JSON.parse(await readText(request)) as Record<string, Json>;
    const isBackground = body['background'] === true;
    if (isBackground && body['store'] === false) {
      return refuseWith(response, 400, 'Background mode requires store to be true.');
    }
    const next = scripted.shift() ?? fallback?.(body);
    if (next === undefined) return refuseWith(response, 400, 'This request is not in the script.');
    const id = `resp_${String(all.length + 1).padStart(6, '0')}`;
    const events = responseEvents(id, body['model'] ?? '', next);
    const writing: Writing = {
      id,
      body,
      state: 'queued',
      startedAfter: [],
      scripted: next,
      events,
      written: 0,
      changed: new Set(),
    };
    all.push(writing);
    if (body['store'] !== false) kept.set(id, writing);
    const finished = write(writing);
    if (body['stream'] === true) {
      await streamFrom(writing, 0, response);
    } else {
      if (!isBackground) await finished;
      sendJson(response, 200, responseObject(id, body['model'] ?? '', next, writing.state));
    }
    await finished;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '', 'http://stand-in');
    if (refused !== null) return refuseWith(response, refused, 'The server had an error.');
    if (request.method === 'POST' && url.pathname.endsWith('/responses')) return create(request, response);
    const [, id = '', action = ''] = /\/responses\/([^/]+)(?:\/(cancel))?$/.exec(url.pathname) ?? [];
    const writing = kept.get(id);
    if (writing === undefined) return refuseWith(response, 404, `Response with id '${id}' not found.`);
    if (action === 'cancel') {
      if (writing.state === 'queued' || writing.state === 'in_progress') writing.state = 'cancelled';
      announce(writing);
    }
    if (url.searchParams.get('stream') === 'true') {
      if (writing.body['stream'] !== true || writing.body['background'] !== true) {
        return refuseWith(response, 400, 'This response cannot be streamed.');
      }
      const after = url.searchParams.get('starting_after');
      writing.startedAfter.push(after === null ? null : Number(after));
      return streamFrom(writing, after === null ? 0 : Number(after) + 1, response);
    }
    const { body, scripted: what, state } = writing;
    sendJson(response, 200, responseObject(id, body['model'] ?? '', what, state));
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port.');
  return {
    baseUrl: `http://127.0.0.1:${String(address.port)}/v1`,
    responses: all,
    script: (...next) => void scripted.push(...next),
    otherwise: (next) => (fallback = next),
    setPace: (milliseconds) => (paceMs = milliseconds),
    writeAtMost: (events) => {
      atMost = events;
      mayGoOn.resolve();
      mayGoOn = Promise.withResolvers();
    },
    breakAfter: (events) => (breakAfter = events),
    forget: () => {
      kept.clear();
      server.closeAllConnections();
    },
    refuse: (status) => {
      refused = status;
      if (status !== null) server.closeAllConnections();
    },
    close: async () => {
      isClosed = true;
      mayGoOn.resolve();
      for (const writing of all) announce(writing);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

function refuseWith(response: ServerResponse, status: number, message: string): void {
  sendJson(response, status, {
    error: { message, type: 'invalid_request_error', code: null, param: null },
  });
}
