import { existsSync } from 'node:fs';
import type { ApiConversation } from '../../workflows/contracts/api/conversations.ts';
import type { ApiChangeEvent } from '../../workflows/contracts/api/events.ts';
import type { ApiPendingWork } from '../../workflows/contracts/api/pending.ts';
import type { ApiTeam } from '../../workflows/contracts/api/teams.ts';
import { isAtRest } from '../../workflows/domain/recordStates.ts';
import { answerTo } from '../apiClient.ts';
import { endText } from '../endText.ts';
import { type ExitCode, exitCodes } from '../exitCodes.ts';
import { pendingText } from '../pendingText.ts';
import { plainText } from '../plainText.ts';
import { readInput, readJson } from '../readInput.ts';
import { endedCode, outcomeOf, waitingCode } from '../runExit.ts';
import { emphasize, type Session, writeJson } from '../session.ts';
import { TaskAsker } from '../taskAsker.ts';
import { taskText } from '../taskText.ts';
import { TranscriptPrinter } from '../transcriptPrinter.ts';
import { UsageError } from '../usage.ts';
import { watchConversation, type Watcher } from '../watch.ts';
import { findTeam } from './findTeam.ts';
import { sendTeam } from './importTeam.ts';

export interface RunOptions {
  /** A file, or a team's name or id. */
  team: string;
  task: string;
  key: string | undefined;
  /** Whether it sleeps when the run has ended, until something wakes it. */
  standing: boolean;
  /** The standing conversation that its end wakes. */
  wakes: string | undefined;
  wait: boolean;
}

/** Starts a team on a task, and shows its messages until the end. */
export async function runCommand(session: Session, options: RunOptions): Promise<ExitCode> {
  const { team, choice } = await teamToRun(session, options.team);
  const task = options.task === '-' ? readInput('-') : options.task;
  const started = await answerTo(
    session.api.POST('/conversations', {
      body: {
        ...choice,
        task,
        ...(options.standing && { standing: true }),
        ...(options.wakes === undefined ? {} : { wakes: options.wakes }),
        ...(options.key === undefined ? {} : { idempotencyKey: options.key }),
      },
    }),
  );
  if (session.json) writeJson(session, { event: 'started', ...started, team });
  else session.note(`${session.url}/conversations/${started.conversationId}`);
  return follow(session, started, options.wait);
}

/** The team to run: the exact content of a file, or the newest version of a team by name or id. */
async function teamToRun(
  session: Session,
  fileOrTeam: string,
): Promise<{ team: ApiTeam; choice: { teamId: string } | { teamVersionId: string } }> {
  if (fileOrTeam !== '-' && !existsSync(fileOrTeam)) {
    if (fileOrTeam.endsWith('.json')) throw new UsageError(`There is no file named ${fileOrTeam}.`);
    const found = await findTeam(session.api, fileOrTeam);
    return { team: found, choice: { teamId: found.id } };
  }
  const { teams } = await sendTeam(session, readJson(fileOrTeam), undefined);
  const [first, ...others] = teams;
  if (first === undefined || others.length > 0) {
    const names = teams.map(({ team }) => team.name).join(', ');
    throw new UsageError(
      `The file contains several teams, which have been imported. Run one of them by its name: ${names}`,
    );
  }
  for (const { path, message } of first.notes) session.note(`${plainText(path)}: ${plainText(message)}`);
  return { team: first.team, choice: { teamVersionId: first.team.versionId } };
}

async function follow(
  session: Session,
  started: { conversationId: string; run: number },
  wait: boolean,
): Promise<ExitCode> {
  const asker = session.interactive && wait ? new TaskAsker(session) : null;
  const watcher = session.json ? new JsonWatcher(session, wait) : new TerminalWatcher(session, wait, asker);
  watcher.run = started.run;
  try {
    await watchConversation(session.api, started.conversationId, watcher, session.interrupted);
    // The state of one that sleeps does not say how its run ended.
    if (watcher.isOver) watcher.exitCode = await codeOfRun(session, started);
  } catch (error) {
    if (!session.interrupted.aborted) throw error;
    session.note(`The conversation continues: colloquy show ${started.conversationId}`);
    return exitCodes.interrupted;
  } finally {
    asker?.close();
  }
  return watcher.exitCode;
}

/** Shared by both ways to show a run: when it is over, and with which exit code. */
abstract class RunWatcher implements Watcher {
  run = 0;
  exitCode: ExitCode = exitCodes.failed;
  /** Its run has ended. */
  isOver = false;
  protected readonly session: Session;
  readonly #wait: boolean;

  constructor(session: Session, wait: boolean) {
    this.session = session;
    this.#wait = wait;
  }

  change(change: ApiChangeEvent): boolean {
    const { conversation } = change;
    this.show(change);
    // For a key that was used before, a later run may be the newest: then this run is over.
    if (conversation.run > this.run || isAtRest(conversation)) {
      this.isOver = true;
      this.end(conversation);
      return true;
    }
    const waiting = waitingCode(conversation.state);
    if (waiting === null || this.#wait) return false;
    this.exitCode = waiting;
    this.end(conversation);
    return true;
  }

  abstract live(live: Parameters<Watcher['live']>[0]): void;
  abstract pending(pending: ApiPendingWork): void;

  away(why: string): void {
    this.session.note(plainText(`${why} Retrying until it is back.`));
  }

  protected abstract show(change: ApiChangeEvent): void;
  protected abstract end(conversation: ApiConversation): void;
}

class JsonWatcher extends RunWatcher {
  live(live: Parameters<Watcher['live']>[0]): void {
    writeJson(this.session, { event: 'live', ...live });
  }

  pending(pending: ApiPendingWork): void {
    writeJson(this.session, { event: 'pending', ...pending });
  }

  protected show({ messages, tasks }: ApiChangeEvent): void {
    for (const message of messages) writeJson(this.session, { event: 'message', ...message });
    for (const task of tasks) writeJson(this.session, { event: 'task', ...task });
  }

  protected end(conversation: ApiConversation): void {
    writeJson(this.session, { event: 'ended', ...conversation });
  }
}

class TerminalWatcher extends RunWatcher {
  readonly #printer: TranscriptPrinter;
  readonly #asker: TaskAsker | null;
  readonly #told = new Set<string>();

  constructor(session: Session, wait: boolean, asker: TaskAsker | null) {
    super(session, wait);
    this.#printer = new TranscriptPrinter(session.out, emphasize);
    this.#asker = asker;
  }

  live(live: Parameters<Watcher['live']>[0]): void {
    this.#printer.live(live);
  }

  pending(pending: ApiPendingWork): void {
    for (const line of pendingText(pending)) {
      if (this.#told.has(line)) continue;
      this.#told.add(line);
      this.#printer.close();
      this.session.note(line);
    }
  }

  protected show({ messages, tasks }: ApiChangeEvent): void {
    for (const message of messages) this.#printer.entry(message);
    for (const task of tasks) {
      if (task.state !== 'open') this.#asker?.withdraw(task.id);
      else if (this.#asker !== null) this.#asker.ask(task);
      else if (!this.#told.has(task.id)) this.session.note(taskText(task));
      this.#told.add(task.id);
    }
  }

  protected end(conversation: ApiConversation): void {
    this.#printer.close();
    this.session.note(endText(conversation));
  }
}

async function codeOfRun(
  session: Session,
  { conversationId, run }: { conversationId: string; run: number },
): Promise<ExitCode> {
  const conversation = await answerTo(
    session.api.GET('/conversations/{conversationId}', { params: { path: { conversationId } } }),
  );
  return endedCode(outcomeOf(conversation, run));
}
