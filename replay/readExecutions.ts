import { type Client, isGrpcServiceError } from '@temporalio/client';
import type { temporal } from '@temporalio/proto';
import { encodeHistory, type History } from './historyType.ts';

/** gRPC's INVALID_ARGUMENT and NOT_FOUND: the server knows no such run. */
const UNKNOWN: ReadonlySet<number> = new Set([3, 5]);

/** More than any chain has: a loop in what a server says ends here. */
const MOST_EXECUTIONS = 1_000;

/** One of Temporal's runs of a workflow: continuing as new begins another, and so does a reset. */
export interface Execution {
  workflowId: string;
  /** Temporal's id of it. */
  runId: string;
  /** Whether a reset has replaced it from some event on. */
  replaced: boolean;
  /** Encoded; null: it is larger than was asked for. */
  history: Uint8Array | null;
  events: number;
}

/** A page of a history, as the server sends it. Ends without one where the server has none. */
export async function* readHistoryPages(
  temporal: Client,
  { workflowId, runId }: { workflowId: string; runId?: string | undefined },
): AsyncGenerator<History, void, undefined> {
  let nextPageToken: Uint8Array | null | undefined;
  do {
    const page = await askPage(temporal, {
      namespace: temporal.options.namespace,
      execution: { workflowId, ...(runId === undefined ? {} : { runId }) },
      ...(nextPageToken ? { nextPageToken } : {}),
    });
    if (page === null) return;
    yield page.history ?? { events: [] };
    ({ nextPageToken } = page);
  } while (nextPageToken && nextPageToken.length > 0);
}

async function askPage(
  { workflowService }: Client,
  request: temporal.api.workflowservice.v1.IGetWorkflowExecutionHistoryRequest,
): Promise<temporal.api.workflowservice.v1.IGetWorkflowExecutionHistoryResponse | null> {
  try {
    return await workflowService.getWorkflowExecutionHistory(request);
  } catch (error) {
    if (isGrpcServiceError(error) && UNKNOWN.has(error.code)) return null;
    throw error;
  }
}

/**
 * The runs of a workflow, newest first: the one that counts now, those that it continues, and after each one those that a reset has replaced by it. A
 * run of which the server has nothing any more ends the list.
 */
export async function* readExecutions(
  temporal: Client,
  workflowId: string,
  mostBytes: number,
): AsyncGenerator<Execution, void, undefined> {
  const next: { runId: string | undefined; replaced: boolean }[] = [{ runId: undefined, replaced: false }];
  const seen = new Set<string>();
  for (let place = next.shift(); place !== undefined && seen.size < MOST_EXECUTIONS; place = next.shift()) {
    if (place.runId !== undefined && seen.has(place.runId)) continue;
    const read = await readExecution(temporal, workflowId, place.runId, mostBytes);
    if (read === null || seen.has(read.execution.runId)) continue;
    const { execution, continues, replaces } = read;
    seen.add(execution.runId);
    yield { ...execution, replaced: place.replaced };
    // What a replaced run continues, the run that replaces it does too.
    const replaced = replaces.filter((each) => each !== execution.runId).reverse();
    next.unshift(...replaced.map((runId) => ({ runId, replaced: true })));
    if (continues !== null && !place.replaced) next.push({ runId: continues, replaced: false });
  }
}

interface ReadExecution {
  execution: Omit<Execution, 'replaced'>;
  /** The run that it continues as new. */
  continues: string | null;
  /** The runs that resets have replaced by it. */
  replaces: string[];
}

async function readExecution(
  temporal: Client,
  workflowId: string,
  runId: string | undefined,
  mostBytes: number,
): Promise<ReadExecution | null> {
  const parts: Uint8Array[] = [];
  const replaces: string[] = [];
  let size = 0;
  let events = 0;
  let ids: { runId: string; continues: string | null } | null = null;
  for await (const page of readHistoryPages(temporal, { workflowId, runId })) {
    const list = page.events ?? [];
    events += list.length;
    ids ??= idsOf(list[0], runId);
    for (const { workflowTaskFailedEventAttributes: failed } of list) {
      // A reset is told to the run that follows it as a step that failed.
      if (failed?.baseRunId && failed.newRunId) {
        replaces.push(failed.baseRunId);
        if (ids !== null && runId === undefined) ids = { ...ids, runId: failed.newRunId };
      }
    }
    if (size > mostBytes) continue;
    const part = encodeHistory(page);
    size += part.length;
    parts.push(part);
  }
  if (ids === null) return null;
  const history = size > mostBytes ? null : Buffer.concat(parts);
  return {
    execution: { workflowId, runId: ids.runId, history, events },
    continues: ids.continues,
    replaces,
  };
}

function idsOf(
  first: temporal.api.history.v1.IHistoryEvent | undefined,
  runId: string | undefined,
): { runId: string; continues: string | null } | null {
  const started = first?.workflowExecutionStartedEventAttributes;
  if (!started) return null;
  const own = runId ?? started.originalExecutionRunId ?? '';
  return { runId: own, continues: started.continuedExecutionRunId || null };
}
