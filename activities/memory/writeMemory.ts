import { Context } from '@temporalio/activity';
import type { WriteMemoryInput } from '../../workflows/contracts/activityTypes.ts';
import { readProposedChanges } from '../../workflows/contracts/memoryChanges.ts';
import { configAt } from '../../workflows/domain/configAt.ts';
import type { QuotableMessage } from '../../workflows/domain/memory/changes.ts';
import { rememberingAgents } from '../../workflows/domain/memory/rememberingAgents.ts';
import {
  shownEntries,
  shownMessages,
  WRITER_SCHEMA,
  WRITER_SCHEMA_NAME,
  writerMessages,
} from '../../workflows/domain/memory/writerRequest.ts';
import { USER_SOURCE } from '../../workflows/domain/message.ts';
import { wireNamesFor } from '../../workflows/domain/names/wireNames.ts';
import type { ViewOutline } from '../../workflows/domain/request/viewOutline.ts';
import type { TeamConfig } from '../../workflows/domain/team.ts';
import type { TranscriptEntry } from '../../workflows/domain/transcript/entry.ts';
import { askOnce } from '../asking/askOnce.ts';
import { jsonFormat } from '../asking/jsonFormat.ts';
import { modelRules } from '../asking/modelRules.ts';
import type { ModelAccess } from '../asking/question.ts';
import { currentExecution, type Execution } from '../execution/execution.ts';
import { withHeartbeat } from '../execution/heartbeat.ts';
import { markLostCalls } from '../transcript/earlierCalls.ts';
import { keepResult } from '../transcript/keepResult.ts';
import { hasReadDocuments } from '../transcript/lookups.ts';
import { readMemoryEntries, teamOfVersion } from '../transcript/memoryEntries.ts';
import { hasWritten, readRecalled } from '../transcript/memoryRuns.ts';
import { readEntries } from '../transcript/readEntries.ts';
import type { ReadTeamVersion } from '../transcript/teamVersions.ts';
import { keepChanges, keepFailure } from './keepChanges.ts';

interface WriteMemoryClients extends ModelAccess {
  defaultModel: string;
  readTeamVersion: ReadTeamVersion;
}

/** See ConversationActivities.writeMemory. */
export function createWriteMemory(clients: WriteMemoryClients) {
  return (input: WriteMemoryInput): Promise<void> =>
    withHeartbeat(() => writeMemory(clients, input, currentExecution()));
}

async function writeMemory(
  clients: WriteMemoryClients,
  input: WriteMemoryInput,
  execution: Execution,
): Promise<void> {
  const { database } = clients;
  if (await hasWritten(database, input, execution)) return;
  const team = await clients.readTeamVersion(input.projectId, input.teamVersionId);
  const [writer] = rememberingAgents(team);
  if (writer === undefined) return;
  const failedBefore = execution.attempt > 1 ? await markLostCalls(database, input, execution) : 0;
  const place = { ...input, scope: '', speaker: writer.name, seq: input.nextSeq, readBefore: input.nextSeq };
  const transcript = await readEntries(database, { ...place, ...execution });
  const entries = transcript.entries.filter(({ run }) => run === input.run);
  const messages = shownMessages(entries);
  const key = await teamOfVersion(database, input);
  const shown = shownEntries(await readMemoryEntries(database, key));

  const { spoken, rules, parameters, structuredOutput, jsonOutput } = modelRules(
    writer.model,
    clients.defaultModel,
  );
  const before = writerMessages(shown, messages);
  const outline: ViewOutline = {
    renderer: 2,
    agent: writer.name,
    ...spoken,
    parameters,
    rules,
    view: { kind: 'none' },
    asOf: transcript.asOf,
    before,
    appended: [],
    slices: [],
    after: [],
    names: wireNamesFor([], before),
    tools: null,
    format: jsonFormat({ structuredOutput, jsonOutput }, { name: WRITER_SCHEMA_NAME, schema: WRITER_SCHEMA }),
  };
  const talk = {
    access: clients,
    input: { ...place, stateBefore: null },
    execution,
    transcript,
    client: writer.model,
    failedBefore,
    spent: { microUsd: 0 },
  };
  const answer = await askOnce(talk, 0, 'memory', outline);
  const proposed = answer.ending === null ? readProposedChanges(answer.text) : null;
  const { cancellationSignal } = Context.current();
  if (proposed === null) {
    const failure = {
      type: 'model_unexpected_answer',
      message:
        'The model did not say what to remember in the form that it was asked for: nothing was remembered',
    };
    await keepResult(
      'The model has answered',
      () => keepFailure(database, input, execution, failure),
      cancellationSignal,
    );
    return;
  }
  const quotable = new Set(messages.filter(({ isResult }) => !isResult).map(({ seq }) => seq));
  const readDocuments = await hasReadDocuments(database, input);
  const ground = {
    shown,
    recalled: ((await readRecalled(database, input)) ?? []).map(({ text }) => text),
    messages: entries
      .filter(({ seq }) => quotable.has(seq))
      .map((entry) => asQuotable(entry, team, readDocuments)),
  };
  await keepResult(
    'The model has answered',
    () => keepChanges(database, { ...input, ...key }, execution, proposed, ground),
    cancellationSignal,
  );
}

function asQuotable(entry: TranscriptEntry, team: TeamConfig, afterDocuments: boolean): QuotableMessage {
  const { seq, content, source, scope } = entry;
  const speaker = configAt(team, scope).participants.find(({ name }) => name === source);
  const byPerson = (source === USER_SOURCE && scope === '') || speaker?.kind === 'person';
  return { seq, content, byPerson, afterDocuments };
}
