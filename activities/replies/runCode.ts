import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { Database } from '../../platform/database.ts';
import type { RunCodeInput, RunCodeResult } from '../../workflows/contracts/activityTypes.ts';
import { configAt } from '../../workflows/domain/configAt.ts';
import { innerTeamsOf } from '../../workflows/domain/conversation/scope.ts';
import { newlyHeard } from '../../workflows/domain/request/agentView.ts';
import type { CodeExecutorParticipant, TeamConfig } from '../../workflows/domain/team.ts';
import type { CodeBlock, TaskMessage, TranscriptEntry } from '../../workflows/domain/transcript/entry.ts';
import { unpackTasks } from '../../workflows/domain/transcript/unpackTasks.ts';
import { currentExecution } from '../execution/execution.ts';
import { withHeartbeat } from '../execution/heartbeat.ts';
import type { Toolbox } from '../tools/toolbox.ts';
import { factsFor } from '../transcript/facts.ts';
import { keepResult } from '../transcript/keepResult.ts';
import { readEntries } from '../transcript/readEntries.ts';
import { storeMessages } from '../transcript/storeMessages.ts';
import type { ReadTeamVersion } from '../transcript/teamVersions.ts';
import { codeBlocks } from './replyMessage.ts';

/** Bytes of output that are kept of one run. */
const MAX_OUTPUT_BYTES = 64 * 1024;
const NO_CODE =
  'No code blocks found in the thread. Please provide at least one markdown-encoded code block to execute (i.e., quoting code in ```python or ```sh code blocks).';

interface RunCodeClients {
  database: Database;
  readTeamVersion: ReadTeamVersion;
  toolbox: Toolbox;
}

/** See ConversationActivities.runCode. */
export function createRunCode(clients: RunCodeClients) {
  return (input: RunCodeInput): Promise<RunCodeResult> => withHeartbeat(() => run(clients, input));
}

async function run(clients: RunCodeClients, input: RunCodeInput): Promise<RunCodeResult> {
  const { database } = clients;
  const { scope, speaker: source, seq } = input;
  const execution = currentExecution();
  const team = await clients.readTeamVersion(input.projectId, input.teamVersionId);
  const inner = configAt(team, scope);
  const executor = executorOf(inner, source);
  const transcript = await readEntries(database, { ...input, ...execution });
  const writesCode = executor.model !== 'none';
  const stored = transcript.own.find((entry) => entry.seq === seq);
  const blocks = writesCode
    ? writtenBlocks(transcript.entries, input)
    : sentBlocks(transcript.entries, inner, executor, input);
  const message =
    stored ??
    (blocks.length === 0 ? textMessage(source, NO_CODE) : await execute(clients, executor, input, blocks));
  await keepResult(
    'The code has run',
    () => storeMessages(database, { ...input, execution }, [{ ...message, seq }]),
    Context.current().cancellationSignal,
  );
  if (!writesCode) return { messages: [factsFor(team, scope, { ...message, seq })], then: 'done' };
  const failed = message.body?.kind === 'code_result' && message.body.exitCode !== 0;
  // AutoGen shows the result of the code, but its conditions don't see it.
  return { messages: [], then: failed && input.attempt < executor.maxRetriesOnError ? 'again' : 'reply' };
}

async function execute(
  clients: RunCodeClients,
  executor: CodeExecutorParticipant,
  input: RunCodeInput,
  blocks: CodeBlock[],
): Promise<TaskMessage> {
  const { exitCode, output } = await clients.toolbox.runCode(blocks, {
    timeoutMs: executor.timeoutSeconds * 1000,
    maxOutputBytes: MAX_OUTPUT_BYTES,
    signal: Context.current().cancellationSignal,
  });
  const content = inWords(exitCode, output);
  if (executor.model === 'none') return textMessage(executor.name, content);
  const body = { kind: 'code_result', retryAttempt: input.attempt, exitCode } as const;
  return { type: 'CodeExecutionEvent', source: executor.name, content, body };
}

function inWords(exitCode: number, output: string): string {
  if (output.trim() === '') {
    return `The script ran but produced no output to console. The POSIX exit code was: ${String(exitCode)}. If you were expecting output, consider revising the script to ensure content is printed to stdout.`;
  }
  if (exitCode === 0) return output;
  return `The script ran, then exited with an error (POSIX exit code: ${String(exitCode)})\nIts output was:\n${output}`;
}

/** The blocks that the executor's own model has just written. */
function writtenBlocks(entries: readonly TranscriptEntry[], input: RunCodeInput): CodeBlock[] {
  const last = entries.findLast(
    ({ scope, turn, source, body }) =>
      scope === input.scope && turn === input.turn && source === input.speaker && body?.kind === 'code',
  );
  return last?.body?.kind === 'code' ? last.body.blocks : [];
}

/** The blocks in what it has been sent since its last turn. */
function sentBlocks(
  entries: readonly TranscriptEntry[],
  team: TeamConfig,
  executor: CodeExecutorParticipant,
  input: RunCodeInput,
): CodeBlock[] {
  const viewer = {
    agent: executor.name,
    scope: input.scope,
    turn: input.turn,
    readBefore: input.readBefore,
    filter: null,
    innerTeams: innerTeamsOf(team, input.scope),
  };
  return newlyHeard(unpackTasks(entries), viewer)
    .filter(({ type, source }) => type === 'TextMessage' && (executor.sources?.includes(source) ?? true))
    .flatMap(({ content }) => codeBlocks(executor, content));
}

function textMessage(source: string, content: string): TaskMessage {
  return { type: 'TextMessage', source, content, body: null };
}

function executorOf(team: TeamConfig, name: string): CodeExecutorParticipant {
  const participant = team.participants.find((each) => each.name === name);
  if (participant?.kind === 'code_executor') return participant;
  throw ApplicationFailure.nonRetryable(
    `The team has no code executor named ${name}`,
    'conversation_missing',
  );
}
