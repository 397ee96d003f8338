import { z } from 'zod';
import { conversationInputSchema } from '../workflows/contracts/conversation.ts';
import { isFailureType } from '../workflows/contracts/failures.ts';
import { importItemStates, importStates } from '../workflows/domain/knowledge/importStates.ts';
import { agentEventTypes, chatMessageTypes } from '../workflows/domain/message.ts';
import { conversationStates } from '../workflows/domain/recordStates.ts';
import { runRefusals } from '../workflows/domain/schedules/states.ts';
import { deadlineDecisions, personDecisions } from '../workflows/domain/tasks/registry.ts';

/** Of updates and of activities' results, which have no schema. */
const OTHER_WORDS = [
  ...[
    'submissionId',
    'userId',
    'taskId',
    'decision',
    'kind',
    'outcome',
    'messages',
    'then',
    'calls',
    'result',
  ],
  ...['state', 'stopReason', 'settled', 'handoff', 'needsApproval', 'runsCode', 'again', 'done', 'reply'],
  ...[
    'planned',
    'progress',
    'answered',
    'quorum',
    'votes',
    'atMs',
    'selected',
    'chosen',
    'skipped',
    'unclear',
    'satisfied',
    'stalled',
  ],
  ...['reason', 'speaker', 'costMicroUsd', 'silentCostMicroUsd', 'completed', 'failed', 'unknown'],
  // Of documents, searches, notices and memory.
  ...[
    'projectId',
    'importId',
    'itemId',
    'items',
    'most',
    'counts',
    'isPaused',
    'run',
    'over',
    'searchId',
    'passages',
  ],
  ...['noticeId', 'conversationId', 'count', 'entries', 'usage', 'remembers', 'readBefore'],
  // Of a schedule's runs.
  ...[
    'scheduleId',
    'runId',
    'nominalAt',
    'begun',
    'refused',
    'repeated',
    'refusal',
    'start',
    'type',
    'workflowId',
  ],
  ...['input', 'conversation', 'keywords', 'summary', 'waiting', 'woken', 'wokenAtMs'],
  // Of an agent that waits, and of a standing conversation.
  ...['wait', 'untilMs'],
  ...['sleeps', 'wakes', 'asleep', 'busy', 'closed', 'details', 'fairnessKey'],
];

let known: ReadonlySet<string> | undefined;

/** Whether a text is one of the product's own words: a field, a kind, a state. It then says nothing about anybody. */
export function isOwnWord(text: string): boolean {
  known ??= ownWords();
  return known.has(text) || isFailureType(text);
}

function ownWords(): ReadonlySet<string> {
  const words = new Set<string>([
    ...chatMessageTypes,
    ...agentEventTypes,
    ...conversationStates,
    ...importStates,
    ...importItemStates,
    ...runRefusals,
    ...deadlineDecisions,
    ...personDecisions,
    ...OTHER_WORDS,
  ]);
  collect(z.toJSONSchema(conversationInputSchema, { unrepresentable: 'any', io: 'input' }), words);
  return words;
}

/** The names of fields, and the values of closed lists, in a JSON Schema. */
function collect(schema: unknown, words: Set<string>): void {
  if (Array.isArray(schema)) for (const each of schema) collect(each, words);
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return;
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') for (const name of Object.keys(value as object)) words.add(name);
    if (key === 'const' && typeof value === 'string') words.add(value);
    if (key === 'enum' && Array.isArray(value)) {
      for (const each of value) if (typeof each === 'string') words.add(each);
    }
    collect(value, words);
  }
}
