import type { ApiReplayVerdict } from '../../../workflows/contracts/api/replay.ts';
import { replayText } from '../../../workflows/contracts/replayText.ts';
import type { Json } from '../../../workflows/domain/json.ts';
import type { ReplayVerdict } from '../../../workflows/domain/replay/verdict.ts';
import { openHistoryFile } from '../../app/data/replay/historyFile.server.ts';
import { replayConversation } from '../../app/data/replay/replayConversation.server.ts';
import { replayUpload } from '../../app/data/replay/replayUpload.server.ts';
import { readStep } from '../../app/data/steps/readStep.server.ts';
import type { OperationHandlers } from '../operation.ts';
import { notFound } from '../problem.ts';
import { unlessBusy } from './unlessBusy.ts';

/** The operations on recorded histories. */
export const replayOperations: Pick<
  OperationHandlers,
  'replayConversation' | 'replayHistory' | 'readHistory' | 'readStep'
> = {
  replayConversation: async ({ holder, params }) => {
    const replay = await unlessBusy(() => replayConversation(holder.scope, params.conversationId));
    if (replay === null) throw notFound('conversation');
    const histories = replay.executions.map(({ run, runId, replaced, verdict }) => ({
      run,
      runId,
      replaced,
      ...verdictView(verdict),
    }));
    return { body: { outcome: replay.outcome, histories } };
  },

  readStep: async ({ holder, params: { conversationId, turn } }) => {
    const step = await readStep(holder.scope, conversationId, Number(turn));
    if (step === null) throw notFound('turn');
    const { conversationId: _id, title: _title, participants: _names, pattern, termination, ...shown } = step;
    return { body: { ...shown, pattern: asJson(pattern), termination: asJson(termination) } };
  },

  replayHistory: async ({ body }) => ({
    body: verdictView(await unlessBusy(() => replayUpload(body))),
  }),

  readHistory: async ({ holder, params: { conversationId }, query }) => {
    const { run = null, runId = null, redacted } = query;
    const file = await openHistoryFile(holder.scope, {
      conversationId,
      run,
      runId,
      redacted: redacted === 'true',
    });
    if (file === null) throw notFound('history');
    return { file };
  },
};

/** Without what JSON does not have. */
function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

function verdictView(verdict: ReplayVerdict): ApiReplayVerdict {
  return {
    outcome: verdict.kind,
    words: replayText(verdict),
    events: verdict.kind === 'refused' ? null : verdict.events,
    ms: verdict.kind === 'refused' ? null : verdict.ms,
    difference: verdict.kind === 'differs' ? verdict.difference : null,
    refusal: verdict.kind === 'refused' ? verdict.refusal : null,
  };
}
