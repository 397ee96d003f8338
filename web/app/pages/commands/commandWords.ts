import type { Intent } from '../../data/conversations/intents.ts';
import { viewOfTask } from '../tasks/registry.ts';
import type { AnswerResult, ClosedTask } from '../../data/tasks/answerTask.server.ts';
import type { ContinueResult } from '../../data/conversations/continueConversation.server.ts';
import type { Delivery } from '../../data/runs/delivery.ts';
import type { CommandResult } from './commandResult.ts';

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
    case 'missing':
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

function closedWords(task: ClosedTask): [string, string] {
  switch (task.state) {
    case 'answered': {
      const words: Partial<Record<string, string>> = viewOfTask(task).taken;
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
