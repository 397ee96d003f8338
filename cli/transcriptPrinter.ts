import type { ApiLiveEvent } from '../workflows/contracts/api/events.ts';
import type { ApiEntry } from '../workflows/contracts/api/messages.ts';
import { endingMark, entryHead, entryText } from './entryText.ts';
import { plainText } from './plainText.ts';

/**
 * Prints a transcript as it grows. If several speak at once, the first is shown while it writes and the others
 * when they are done. Each entry is shown once.
 */
export class TranscriptPrinter {
  readonly #write: (text: string) => void;
  readonly #emphasize: (text: string) => string;
  readonly #shown = new Set<string>();
  /** The unfinished text on the screen. */
  #open: { seq: number; attempt: number; text: string } | null = null;

  constructor(write: (text: string) => void, emphasize: (text: string) => string = (text) => text) {
    this.#write = write;
    this.#emphasize = emphasize;
  }

  /** Shows a finished entry. */
  entry(entry: ApiEntry): void {
    if (entry.copied || entry.status === 'discarded') return;
    const key = `${entry.id} ${entry.status}`;
    if (this.#shown.has(key)) return;
    this.#shown.add(key);
    const text = entryText(entry);
    const open = this.#open;
    if (open !== null && open.seq === entry.seq) {
      // The header is already printed; only now is the ending known.
      const mark = endingMark(entry);
      const end = mark === null ? '\n\n' : `\n${mark}\n\n`;
      if (text.startsWith(open.text)) {
        this.#write(`${text.slice(open.text.length)}${end}`);
        this.#open = null;
        return;
      }
      if (plainText(entry.content).startsWith(open.text)) {
        // More of it was shown while it was being written than of a finished entry.
        this.#write(`… [the whole: colloquy text ${entry.id}]${end}`);
        this.#open = null;
        return;
      }
    }
    this.close();
    this.#write(`${this.#emphasize(entryHead(entry))}\n${text}\n\n`);
  }

  /** Shows a piece of a text that is being written. */
  live({ seq, source, attempt, offset, text }: ApiLiveEvent): void {
    if (this.#open === null) {
      if (offset > 0) return;
      this.#write(`${this.#emphasize(plainText(source))}\n`);
      this.#open = { seq, attempt, text: '' };
    }
    const open = this.#open;
    if (open.seq !== seq || open.attempt !== attempt || open.text.length !== offset) return;
    const piece = plainText(text);
    // If characters were removed from the piece, its offsets no longer fit: the rest comes with the finished
    // entry.
    this.#write(piece);
    open.text += piece;
  }

  /** Breaks off the text in progress: something else is shown, or it will never be finished. */
  close(): void {
    if (this.#open === null) return;
    this.#write('…\n\n');
    this.#open = null;
  }
}
