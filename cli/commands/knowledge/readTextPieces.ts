import { answerTo, type ApiClient } from '../../apiClient.ts';

/**
 * The text of a document's version, piece by piece. Without a version it is the one that is searched when the first piece is read, also
 * if another one is published meanwhile.
 */
export async function* readTextPieces(
  api: ApiClient,
  documentId: string,
  asked: number | undefined,
): AsyncGenerator<string, void, undefined> {
  let version = asked;
  let next: number | null = 0;
  while (next !== null) {
    const query = { offset: next, length: 1_000_000, ...(version === undefined ? {} : { version }) };
    const piece: { text: string; version: number; next: number | null } = await answerTo(
      api.GET('/knowledge/documents/{documentId}/text', { params: { path: { documentId }, query } }),
    );
    yield piece.text;
    ({ version, next } = piece);
  }
}
