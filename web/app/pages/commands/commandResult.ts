import type { TaskKind } from '../../../../workflows/domain/task.ts';
import type { TaskState } from '../../../../workflows/domain/recordStates.ts';
import type { Intent } from '../../data/conversations/intents.ts';
import type { AnswerResult } from '../../data/tasks/answerTask.server.ts';
import type { ContinueResult } from '../../data/conversations/continueConversation.server.ts';
import type { Delivery } from '../../data/runs/delivery.ts';

/** What a page says after a command: the same with and without JavaScript. */
export interface CommandResult {
  /** Which form it answers; null: none that is known. */
  intent: Intent | null;
  taskId: string | null;
  ok: boolean;
  /** success: done. waiting: handed in, not taken in. error: nothing happened, and why. */
  kind: 'success' | 'waiting' | 'error';
  title: string;
  detail: string;
  /** What is wrong with the text that was sent. */
  errors: string[];
  /** What was sent, to be corrected or sent again under the same id. */
  submitted: { submissionId: string; text: string; decision: string | null } | null;
}

export type CommandOutcome =
  | AnswerResult
  | Extract<Delivery, { outcome: 'refused' }>
  | { outcome: 'differs' }
  | { outcome: 'continued'; result: ContinueResult };

type Words = Pick<CommandResult, 'kind' | 'title' | 'detail'>;

const DONE: Record<Intent, string> = {
  post: 'Posted',
  answer: 'Answered',
  continue: 'It goes on',
  pause: 'It pauses before the next turn',
  resume: 'It goes on',
  stop: 'It stops after this turn',
  external: 'Its external condition fires at the next check',
  cancel: 'It is being cancelled',
};

const CALL_DECISION_TAKEN: Record<string, string> = {
  approve: 'The call was approved',
  approve_for_run: 'The tool was approved for this run',
  edit: 'The call was approved with other arguments',
  reject: 'The call was rejected',
};

const DECISION_TAKEN: Record<string, string> = {
  approve: 'The draft was approved',
  edit: 'The draft was edited and approved',
  reject: 'The draft was sent back',
  reply: 'It was answered',
  retry: 'The turn was tried again',
  skip: 'The turn was skipped',
  stop: 'The conversation was stopped',
  discard: 'The draft was dropped',
};

/** What became of a command, in words for the person who gave it. */
export function wordsFor(intent: Intent, outcome: CommandOutcome): Words {
  switch (outcome.outcome) {
    case 'done':
      return { kind: 'success', title: DONE[intent], detail: '' };
    case 'handed_in':
      return {
        kind: 'waiting',
        title: 'Handed in, but not taken in yet',
        detail:
          'No worker has answered. It will be taken in as soon as one runs. If it does not appear then, send it again: it counts once.',
      };
    case 'unreachable':
      return error(
        `Temporal at ${outcome.address} cannot be reached`,
        'Nothing was changed. Try again when it is back.',
      );
    case 'not_started':
      return error(
        'The conversation has not started yet',
        'It starts as soon as a worker runs. Try again then.',
      );
    case 'over':
      return error('The conversation is over', 'It has ended, so nothing can be changed in it any more.');
    case 'differs':
      return error(
        'This form was sent before, with other words',
        'What you sent first counts. Reload the page to send something more.',
      );
    case 'not_allowed':
      return error('That can’t be decided here', 'Reload the page to see what this task asks.');
    case 'malformed':
      return error(outcome.message, '');
    case 'continued':
      return continuedWords(outcome.result);
    case 'closed':
      return error(...closedWords(outcome.task));
    case 'refused':
      return outcome.failure === 'conversation_over'
        ? error('The conversation is over', 'It has ended, so nothing can be changed in it any more.')
        : error('The conversation refused it', 'Reload the page to see how it stands now.');
  }
}

function continuedWords(result: ContinueResult): Words {
  switch (result.outcome) {
    case 'started':
    case 'written':
      return { kind: 'success', title: DONE.continue, detail: '' };
    case 'not_over':
      return error('It goes on already', 'Post a message into it instead.');
    case 'differs':
      return error(
        'It has gone on already',
        `What you sent first is the task of run ${String(result.run + 1)}. Reload the page to say more.`,
      );
    case 'no_end':
      return error('It can’t go on', 'It failed before it had an end to go on from. Start another one.');
    case 'refused':
      return error('The team can’t go on with this', result.reason);
  }
}

function closedWords(task: {
  kind: TaskKind;
  state: TaskState;
  answeredBy: string | null;
  decision: string | null;
}): [string, string] {
  switch (task.state) {
    case 'answered': {
      const words = task.kind === 'approve_tool_call' ? CALL_DECISION_TAKEN : DECISION_TAKEN;
      const taken = words[task.decision ?? ''] ?? 'It was decided';
      return [
        'Somebody was faster',
        `${taken} by ${task.answeredBy ?? 'somebody else'}. Your answer was not used.`,
      ];
    }
    case 'expired':
      return ['The deadline has passed', 'The task closed by itself. Your answer was not used.'];
    case 'withdrawn':
      return ['The task was withdrawn', 'The conversation no longer waits for it. Your answer was not used.'];
    case 'open':
      return ['The task is no longer open', 'Another answer is being carried out. Your answer was not used.'];
  }
}

function error(title: string, detail: string): Words {
  return { kind: 'error', title, detail };
}
