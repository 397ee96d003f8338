import type { ApiImport, ApiImportWithItems } from '../../../workflows/contracts/api/knowledge.ts';
import { count } from './listKnowledge.ts';

type Item = ApiImportWithItems['items'][number];

/** What came of a document, or how it stands: a line for people. */
export function itemText({ source, state, passages, version, failure }: Item): string {
  const head = `${state.padEnd(9)}  ${source}`;
  if (failure !== null) {
    const details = failure.message === '' ? '' : ` (${failure.message})`;
    return `${head}: ${failure.title}. ${failure.advice}${details}`;
  }
  if (state !== 'added') return head;
  const parts = [
    ...(version === null ? [] : [`version ${String(version)}`]),
    ...(passages === null ? [] : [count(passages, 'passage')]),
  ];
  return parts.length === 0 ? head : `${head} (${parts.join(', ')})`;
}

/** How an import stands: "running: 3 added, 1 failed, 2 waiting". */
export function importText({ state, counts }: Pick<ApiImport, 'state' | 'counts'>): string {
  const parts = Object.entries(counts)
    .filter(([, number]) => number > 0)
    .map(([itemState, number]) => `${String(number)} ${itemState}`);
  return `${state}: ${parts.length === 0 ? 'nothing' : parts.join(', ')}`;
}
