import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import workerpool from 'workerpool';
import { asItIs } from '../../views/text/markdownHtml.ts';

/** Renders Markdown in separate threads. */
export interface MarkdownPool {
  /**
   * The HTML of a text. A text that takes too long, or arrives when too many are waiting, is shown unformatted.
   * Never fails.
   */
  html: (text: string) => Promise<string>;
  close: () => Promise<void>;
}

/** How long a text that took too long is shown unformatted before it is tried again: the machine may only have been busy. */
const TRY_AGAIN_AFTER_MS = 60_000;

export interface MarkdownPoolOptions {
  threads?: number;
  /** The most time that a thread may take for one text; then it is ended. */
  limitMs?: number;
  /** The most texts that may wait. */
  mostWaiting?: number;
  /** The most characters of HTML to cache. */
  keepCharacters?: number;
}

/**
 * Creates a pool of threads that render Markdown, so that no text blocks the event loop. Results are cached by the
 * hash of the text; the least recently used are dropped first.
 */
export function createMarkdownPool({
  threads = 2,
  limitMs = 800,
  mostWaiting = 2_000,
  keepCharacters = 16_000_000,
}: MarkdownPoolOptions = {}): MarkdownPool {
  const pool = workerpool.pool(join(import.meta.dirname, 'markdownThread.ts'), {
    workerType: 'thread',
    maxWorkers: threads,
    maxQueueSize: mostWaiting,
    workerThreadOpts: { execArgv: ['--no-warnings'], resourceLimits: { maxOldGenerationSizeMb: 128 } },
  });
  const kept = new LRUCache<string, string>({
    maxSize: keepCharacters,
    sizeCalculation: (html) => html.length || 1,
  });
  const underWay = new Map<string, Promise<string>>();
  // The first texts wait for the threads to start: that takes longer than any text, and their limit is not for it.
  let started: Promise<unknown> | null = null;

  async function make(hash: string, text: string): Promise<string> {
    started ??= Promise.allSettled(Array.from({ length: threads }, () => pool.exec('markdownHtml', [''])));
    await started;
    try {
      const html = (await pool.exec('markdownHtml', [text]).timeout(limitMs)) as string;
      kept.set(hash, html);
      return html;
    } catch (error) {
      const html = asItIs(text);
      // A text that took too long would do so again at once. If only the queue was full, a later request may succeed.
      if (error instanceof workerpool.Promise.TimeoutError) kept.set(hash, html, { ttl: TRY_AGAIN_AFTER_MS });
      return html;
    } finally {
      underWay.delete(hash);
    }
  }

  return {
    html(text) {
      const hash = createHash('sha256').update(text).digest('base64');
      const before = kept.get(hash);
      if (before !== undefined) return Promise.resolve(before);
      const current = underWay.get(hash) ?? make(hash, text);
      underWay.set(hash, current);
      return current;
    },
    close: async () => {
      await pool.terminate(true);
    },
  };
}
