import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import workerpool from 'workerpool';
import { asItIs } from '../../views/text/markdownHtml.ts';

/** Reads Markdown in threads of its own. */
export interface MarkdownPool {
  /** The HTML of a text; one that takes too long, or comes when too many wait, is shown as it was written. Never fails. */
  html: (text: string) => Promise<string>;
  close: () => Promise<void>;
}

export interface MarkdownPoolOptions {
  threads?: number;
  /** How long a thread may take for one text, from when it begins; then it is ended. */
  limitMs?: number;
  /** How many texts may wait. */
  mostWaiting?: number;
  /** Characters of HTML that are kept. */
  keepCharacters?: number;
}

/**
 * A pool of threads that make HTML of Markdown, so that no text holds up the loop that all requests share. What was made
 * is kept by the hash of the text, the longest unused first out.
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

  async function make(hash: string, text: string): Promise<string> {
    try {
      const html = (await pool.exec('markdownHtml', [text]).timeout(limitMs)) as string;
      kept.set(hash, html);
      return html;
    } catch (error) {
      const html = asItIs(text);
      // It would take as long again. Where only the queue was full, the next reader may have more luck.
      if (error instanceof workerpool.Promise.TimeoutError) kept.set(hash, html);
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
