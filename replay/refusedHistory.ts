import type {
  RefusalDetail,
  ReplayRefusal,
  ReplayRefused,
  ReplayVerdict,
} from '../workflows/domain/replay/verdict.ts';

/** A history that can't be replayed, and why. */
export class RefusedHistory extends Error implements ReplayRefused {
  override readonly name = 'RefusedHistory';
  readonly refusal: ReplayRefusal;
  readonly detail: RefusalDetail | null;

  constructor(refusal: ReplayRefusal, detail: RefusalDetail | null = null) {
    super(`The history is refused: ${refusal}`);
    this.refusal = refusal;
    this.detail = detail;
  }
}

/** The verdict on such a history. */
export function refused(refusal: ReplayRefusal, detail: RefusalDetail | null): ReplayVerdict {
  return { kind: 'refused', refusal, detail };
}
