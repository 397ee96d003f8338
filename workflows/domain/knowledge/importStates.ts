/** How an import stands. It is finished when nothing of it waits any more, whatever came of its documents. */
export const importStates = ['starting', 'running', 'paused', 'finished', 'cancelled'] as const;
export type ImportState = (typeof importStates)[number];

/** Of an import that is under way, or will be. */
export const ongoingImportStates = [
  'starting',
  'running',
  'paused',
] as const satisfies readonly ImportState[];

/** Whether an import in this state is under way, or will be. */
export function isOngoing(state: ImportState): boolean {
  return ongoingImportStates.some((ongoing) => ongoing === state);
}

/** How a document of an import stands. `unchanged`: it had been brought before, with the same bytes. */
export const importItemStates = ['waiting', 'working', 'added', 'unchanged', 'failed', 'cancelled'] as const;
export type ImportItemState = (typeof importItemStates)[number];

/** Of a document that nothing has come of yet. */
export const openItemStates = ['waiting', 'working'] as const satisfies readonly ImportItemState[];

/** What came of a document that was brought. */
export type ItemOutcome = Exclude<ImportItemState, (typeof openItemStates)[number]>;

/** Whether something has come of a document in this state. */
export function isOutcome(state: ImportItemState): state is ItemOutcome {
  return !openItemStates.some((open) => open === state);
}
