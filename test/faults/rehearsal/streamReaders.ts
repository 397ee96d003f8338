import { setTimeout as delay } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import { createParser } from 'eventsource-parser';
import type { StorageState } from '../../../web/test/support/webWorld.ts';
import { createStreamCheck, type StreamCheck, type StreamEvent } from './streamCheck.ts';

/** Somebody who watches a conversation. */
export interface Reader {
  conversationId: string;
  check: StreamCheck;
  /** What else went wrong: requests that failed, streams that broke off. */
  troubles: string[];
  /** What is wrong with what a person sees once the conversation has ended with this word; null: nothing. */
  lookAtEnd: (word: string) => Promise<string | null>;
  close: () => Promise<void>;
}

const RECONNECT_MS = 1_000;
const END_TIMEOUT_MS = 30_000;

/** Reads a conversation's events by the API, and goes on after what it has seen, as a browser does. */
export function readByApi({
  url,
  token,
  conversationId,
}: {
  url: string;
  token: string;
  conversationId: string;
}): Reader {
  const check = createStreamCheck();
  const troubles: string[] = [];
  const stop = new AbortController();
  const { signal } = stop;
  let last = '';

  async function connect(): Promise<void> {
    const answer = await fetch(`${url}/api/v1/conversations/${conversationId}/events`, {
      headers: { authorization: `Bearer ${token}`, ...(last !== '' && { 'last-event-id': last }) },
      signal,
    });
    if (!answer.ok || answer.body === null) {
      troubles.push(`a stream was refused with ${String(answer.status)}`);
      return;
    }
    check.opened(Number(last));
    const parser = createParser({
      onEvent: ({ event = '', id = '', data }) => {
        if (id !== '') last = id;
        check.take({ name: event, id, data: JSON.parse(data) as unknown });
      },
    });
    const texts = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let read = await texts.read(); !read.done; read = await texts.read()) parser.feed(read.value);
  }

  async function readOn(): Promise<void> {
    while (!signal.aborted) {
      try {
        await connect();
      } catch (error) {
        if (!signal.aborted) troubles.push(`a stream broke off: ${reasonOf(error)}`);
      }
      if (!signal.aborted) await delay(RECONNECT_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  const reading = readOn();
  return {
    ...{ conversationId, check, troubles },
    lookAtEnd: () => Promise.resolve(null),
    close: async () => {
      stop.abort();
      await reading;
    },
  };
}

/** Opens a conversation's page in a browser of its own, and looks at the events that its script gets. */
export async function readInBrowser({
  browser,
  url,
  storageState,
  conversationId,
}: {
  browser: Browser;
  url: string;
  storageState: StorageState;
  conversationId: string;
}): Promise<Reader> {
  const check = createStreamCheck();
  const troubles: string[] = [];
  // A context of its own: of one, six streams at most are open to a server that speaks HTTP/1.1.
  const context = await browser.newContext({ storageState });
  const page = await context.newPage();
  await page.exposeFunction('streamOpened', (after: number) => check.opened(after));
  await page.exposeFunction('streamEvent', (event: StreamEvent) => check.take(event));
  await page.addInitScript(watchEventSources);
  page.on('pageerror', (error) => troubles.push(`the page failed: ${error.message}`));
  page.on('response', (answer) => {
    if (answer.status() >= 400)
      troubles.push(`${new URL(answer.url()).pathname} answered ${String(answer.status())}`);
  });
  await page.goto(`${url}/conversations/${conversationId}`);
  return {
    ...{ conversationId, check, troubles },
    lookAtEnd: async (word) => {
      const last = page.getByText(word, { exact: true }).first();
      const isThere = await last.waitFor({ state: 'attached', timeout: END_TIMEOUT_MS }).then(
        () => true,
        () => false,
      );
      return isThere ? null : 'the page does not show the last message';
    },
    close: () => context.close(),
  };
}

/** Runs in the page before its own scripts. */
function watchEventSources(): void {
  const tell = window as unknown as {
    streamOpened: (after: number) => void;
    streamEvent: (event: { name: string; id: string; data: unknown }) => void;
  };
  const Original = window.EventSource;
  window.EventSource = class extends Original {
    constructor(url: string | URL, options?: EventSourceInit) {
      super(url, options);
      const path = new URL(url, location.href);
      if (!path.pathname.startsWith('/conversations/')) return;
      let last = Number(path.searchParams.get('after'));
      this.addEventListener('open', () => tell.streamOpened(last));
      for (const name of ['change', 'live', 'expired'])
        this.addEventListener(name, (event) => {
          const { data, lastEventId } = event as MessageEvent<string>;
          if (name === 'change') last = Number(lastEventId);
          tell.streamEvent({ name, id: lastEventId, data: JSON.parse(data) as unknown });
        });
    }
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
