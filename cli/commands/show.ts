import type { ApiConversationWithRuns } from '../../workflows/contracts/api/conversations.ts';
import { type ApiEntry, entrySchema } from '../../workflows/contracts/api/messages.ts';
import type { ApiTask } from '../../workflows/contracts/api/tasks.ts';
import { entryMarkdown, markdownTitle } from '../../workflows/contracts/api/transcriptMarkdown.ts';
import { answerTo, type ApiClient, RefusedError } from '../apiClient.ts';
import { endText, runEndText } from '../endText.ts';
import { type ExitCode, exitCodes } from '../exitCodes.ts';
import { pendingText } from '../pendingText.ts';
import { plainText } from '../plainText.ts';
import { emphasize, type Session, writeJson } from '../session.ts';
import { taskText } from '../taskText.ts';
import { TranscriptPrinter } from '../transcriptPrinter.ts';
import { UsageError } from '../usage.ts';

/** Shows the conversation (with its transcript), task or team with this id. */
export async function showCommand(
  session: Session,
  { id, format }: { id: string; format: 'text' | 'markdown' },
): Promise<ExitCode> {
  const { api } = session;
  const conversation = await unlessMissing(
    answerTo(api.GET('/conversations/{conversationId}', { params: { path: { conversationId: id } } })),
  );
  if (conversation !== null) return showConversation(session, conversation, format);
  const task = await unlessMissing(
    answerTo(api.GET('/tasks/{taskId}', { params: { path: { taskId: id } } })),
  );
  if (task !== null) return showTask(session, task);
  const team = await unlessMissing(
    answerTo(api.GET('/teams/{teamId}', { params: { path: { teamId: id } } })),
  );
  if (team === null) throw new UsageError(`There is no conversation, task or team with the id ${id}.`);
  if (session.json) writeJson(session, team);
  else session.out(`${plainText(JSON.stringify(team, null, 2))}\n`);
  return exitCodes.done;
}

async function showConversation(
  session: Session,
  conversation: ApiConversationWithRuns,
  format: 'text' | 'markdown',
): Promise<ExitCode> {
  const messages = await readEntries(session.api, conversation.id);
  const { tasks } = await answerTo(
    session.api.GET('/tasks', { params: { query: { conversationId: conversation.id } } }),
  );
  if (session.json) {
    writeJson(session, { ...conversation, messages, tasks });
    return exitCodes.done;
  }
  if (format === 'markdown') {
    session.out(plainText(markdownTitle(conversation.title)));
    for (const message of messages) {
      session.out(plainText(entryMarkdown(message)));
      for (const path of Object.keys(message.truncated ?? {})) {
        session.note(`Shortened: colloquy text ${message.id} ${path} prints all of it.`);
      }
    }
    return exitCodes.done;
  }
  const printer = new TranscriptPrinter(session.out, emphasize);
  const runs = new Map(conversation.runs.map((run) => [run.run, run]));
  for (let run = 0; run <= conversation.run; run += 1) {
    for (const message of messages) if (message.run === run) printer.entry(message);
    const ended = runs.get(run);
    // The end of the newest run is printed last.
    if (run < conversation.run && ended !== undefined) session.out(`${emphasize(runEndText(ended))}\n\n`);
  }
  for (const task of tasks) session.out(`${taskText(task)}\n\n`);
  if (conversation.pending !== null) {
    for (const line of pendingText(conversation.pending)) session.out(`${line}\n\n`);
  }
  session.out(`${endText(conversation)}\n`);
  return exitCodes.done;
}

function showTask(session: Session, task: ApiTask): ExitCode {
  if (session.json) writeJson(session, task);
  else session.out(`${taskText(task)}\n`);
  return exitCodes.done;
}

async function readEntries(api: ApiClient, conversationId: string): Promise<ApiEntry[]> {
  const entries: ApiEntry[] = [];
  let next: string | null = null;
  do {
    const page: { messages: unknown[]; next: string | null } = await answerTo(
      api.GET('/conversations/{conversationId}/messages', {
        params: { path: { conversationId }, query: next === null ? {} : { after: next } },
      }),
    );
    entries.push(...page.messages.map((message) => entrySchema.parse(message)));
    next = page.next;
  } while (next !== null);
  return entries;
}

async function unlessMissing<Found>(asked: Promise<Found>): Promise<Found | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof RefusedError && error.problem.status === 404) return null;
    throw error;
  }
}
