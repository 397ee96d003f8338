import type { ApiImportFailure } from '../../../workflows/contracts/api/knowledge.ts';
import { isFailureType } from '../../../workflows/contracts/failures.ts';
import { isDocumentRefusal } from '../../../workflows/domain/knowledge/documentRefusal.ts';
import { failures } from '../../app/languages/en/failures.ts';
import { knowledge } from '../../app/languages/en/knowledge.ts';

/** Why a document was not brought in, as the API says it; null where nothing failed. */
export function importFailure(type: string | null, message: string | null): ApiImportFailure | null {
  if (type === null) return null;
  return { type, ...wordsFor(type), message: message ?? '' };
}

function wordsFor(type: string): { title: string; advice: string } {
  if (isDocumentRefusal(type)) return knowledge.refusals[type];
  const advice = knowledge.import.tryAgain;
  if (type.startsWith('store_')) return { title: knowledge.import.notStored, advice };
  return { title: isFailureType(type) ? failures.title[type] : failures.unknown, advice };
}
