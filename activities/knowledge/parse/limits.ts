import { DOCUMENT_MAX_BYTES } from '../../../workflows/domain/knowledge/importLimits.ts';

const MIB = 2 ** 20;

/** What a document may have, and what reading it may take. */
export interface ParseLimits {
  /** Of the document as it is brought. */
  mostBytes: number;
  /** Of all that a packed document unpacks to. */
  mostUnpackedBytes: number;
  /** Of its text, in UTF-16 code units. */
  mostCharacters: number;
  mostBlocks: number;
  /** Elements of HTML, or values of JSON, within one another. */
  mostNesting: number;
  mostColumns: number;
  /** On the clock, and of the processor's. */
  timeoutMs: number;
  /** Of JavaScript's heap. */
  heapMiB: number;
  /** Of the whole process, as the system counts it. */
  residentBytes: number;
  /** Of what the process answers. */
  mostAnswerBytes: number;
}

export const PARSE_LIMITS: ParseLimits = {
  mostBytes: DOCUMENT_MAX_BYTES,
  mostUnpackedBytes: 256 * MIB,
  mostCharacters: 5_000_000,
  mostBlocks: 100_000,
  mostNesting: 500,
  mostColumns: 1_000,
  timeoutMs: 120_000,
  heapMiB: 512,
  residentBytes: 1_024 * MIB,
  mostAnswerBytes: 64 * MIB,
};

/** A number of bytes as people read it. */
export function inMiB(bytes: number): string {
  return `${String(Math.round(bytes / MIB))} MiB`;
}
