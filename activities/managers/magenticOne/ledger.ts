import { ApplicationFailure } from '@temporalio/common';
import { isChatMessage } from '../../../workflows/domain/message.ts';
import type { TranscriptEntry } from '../../../workflows/domain/transcript/entry.ts';
import { unpackTasks } from '../../../workflows/domain/transcript/unpackTasks.ts';
import type { Orchestra } from './orchestra.ts';

/** An orchestrator's notes besides the thread. */
export interface Ledger {
  task: string;
  facts: string;
  plan: string;
}

/** What this run was asked for: the texts of its task, in one line as AutoGen joins them. */
export function taskOf({ talk, team }: Orchestra): string {
  const { input, transcript } = talk;
  const own = new Set([input.speaker, ...team.participants.map(({ name }) => name)]);
  return unpackTasks(transcript.entries)
    .filter(
      (entry) =>
        entry.scope === input.scope &&
        entry.run === input.run &&
        isChatMessage(entry) &&
        !own.has(entry.source),
    )
    .map(modelText)
    .join(' ');
}

function modelText({ content, body }: TranscriptEntry): string {
  if (body?.kind !== 'multimodal') return content;
  return body.parts.map((part) => (part.kind === 'text' ? part.text : ' [image]')).join('');
}

/** What the last plan was made of. */
export function ledgerOf({ talk }: Orchestra): Ledger {
  const { input, transcript } = talk;
  const last = transcript.entries.findLast(
    ({ scope, body }) => scope === input.scope && body?.kind === 'ledger',
  );
  if (last?.body?.kind === 'ledger') return last.body;
  throw ApplicationFailure.nonRetryable('The plan of this run was not found', 'conversation_missing');
}
