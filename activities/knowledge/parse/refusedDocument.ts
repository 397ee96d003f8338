import type { DocumentRefusal } from '../../../workflows/domain/knowledge/documentRefusal.ts';

/** A document that is not taken in. The message says to people what was wrong and what to do. */
export class RefusedDocument extends Error {
  override readonly name = 'RefusedDocument';
  readonly refusal: DocumentRefusal;

  constructor(refusal: DocumentRefusal, message: string, options?: ErrorOptions) {
    super(message, options);
    this.refusal = refusal;
  }
}
