import { personDecisions } from '../../../../workflows/domain/tasks/registry.ts';
import type { ContinueResult } from '../../data/conversations/continueConversation.server.ts';
import type { Delivery } from '../../data/runs/delivery.ts';
import type { SetStandingResult } from '../../data/standing/setStanding.server.ts';
import type { WakeResult } from '../../data/standing/wakeConversation.server.ts';
import type { AnswerResult, ClosedTask } from '../../data/tasks/answerTask.server.ts';
import { fault } from '../../languages/fault.ts';
import { viewOfTask } from '../tasks/registry.ts';
import type { CommandResult } from './commandResult.ts';

export type CommandOutcome =
  | AnswerResult
  | Extract<Delivery, { outcome: 'refused' }>
  | { outcome: 'differs' | 'full' }
  | { outcome: 'continued'; result: ContinueResult }
  | { outcome: 'woken'; result: WakeResult }
  | { outcome: 'standing'; result: SetStandingResult };

type Words = Pick<CommandResult, 'kind' | 'title' | 'detail'>;

/** The result of a command in words. A success has none: it is visible in the transcript, and a vote with its task. */
export function wordsFor(outcome: CommandOutcome): Words {
  switch (outcome.outcome) {
    case 'done':
    case 'recorded':
      return SUCCESS;
    case 'no_vote':
      return error(
        fault('commands:faults.notAllowed'),
        fault('commands:faults.noVoteHint', { needed: outcome.needed }),
      );
    case 'handed_in':
      return {
        kind: 'waiting',
        title: fault('commands:faults.handedIn'),
        detail: fault('commands:faults.handedInHint'),
      };
    case 'unreachable':
      return error(
        fault('commands:faults.unreachable', { address: outcome.address }),
        fault('commands:faults.unreachableHint'),
      );
    case 'not_started':
      return error(fault('commands:faults.notStarted'), fault('commands:faults.notStartedHint'));
    case 'over':
      return OVER;
    case 'differs':
      return error(fault('commands:faults.differs'), fault('commands:faults.differsHint'));
    case 'not_allowed':
      return error(fault('commands:faults.notAllowed'), fault('commands:faults.notAllowedHint'));
    case 'not_asked':
      return error(
        fault('commands:faults.notAsked'),
        fault('commands:faults.notAskedHint', { people: outcome.people.join(', ') }),
      );
    case 'missing':
    case 'malformed':
      return error(outcome.message, '');
    case 'continued':
      return continuedWords(outcome.result);
    case 'woken':
      return wokenWords(outcome.result);
    case 'standing':
      return outcome.result.outcome === 'done' ? SUCCESS : NO_END;
    case 'full':
      return FULL;
    case 'closed':
      return closedWords(outcome.task);
    case 'refused':
      return outcome.failure === 'conversation_over'
        ? OVER
        : error(fault('commands:faults.refused'), fault('commands:faults.refusedHint'));
  }
}

function continuedWords(result: ContinueResult): Words {
  switch (result.outcome) {
    case 'started':
    case 'written':
      return SUCCESS;
    case 'not_over':
      return error(fault('commands:faults.runningAlready'), fault('commands:faults.runningAlreadyHint'));
    case 'differs':
      return error(
        fault('commands:faults.continuedAlready'),
        fault('commands:faults.continuedAlreadyHint', { run: result.run + 1 }),
      );
    case 'no_end':
      return NO_END;
    case 'refused':
      return error(fault('commands:faults.teamRefused'), result.reason);
  }
}

function wokenWords(result: WakeResult): Words {
  switch (result.outcome) {
    case 'told':
      return SUCCESS;
    case 'written':
      return {
        kind: 'waiting',
        title: fault('commands:faults.wakeWritten'),
        detail: fault('commands:faults.wakeWrittenHint'),
      };
    case 'differs':
      return error(fault('commands:faults.differs'), fault('commands:faults.differsHint'));
    case 'full':
      return FULL;
    case 'not_standing':
      return error(fault('commands:faults.notStanding'), fault('commands:faults.notStandingHint'));
  }
}

/** Who answered first, and with which decision. */
function takenBy(task: ClosedTask): string {
  const taken = viewOfTask(task).taken;
  const key = personDecisions.flatMap((each) => (each === task.decision ? [taken[each]] : []))[0];
  return key === undefined || task.answeredBy === null
    ? fault('commands:faults.answeredBySomebody')
    : fault(key, { name: task.answeredBy });
}

function closedWords(task: ClosedTask): Words {
  switch (task.state) {
    case 'answered':
      return error(fault('commands:faults.answeredAlready'), takenBy(task));
    case 'expired':
      return error(fault('commands:faults.expired'), fault('commands:faults.expiredHint'));
    case 'withdrawn':
      return error(fault('commands:faults.withdrawn'), fault('commands:faults.withdrawnHint'));
    case 'open':
      return error(fault('commands:faults.closing'), fault('commands:faults.closingHint'));
  }
}

function error(title: string, detail: string): Words {
  return { kind: 'error', title, detail };
}

const SUCCESS: Words = { kind: 'success', title: '', detail: '' };
const NO_END = error(fault('commands:faults.noEnd'), fault('commands:faults.noEndHint'));
const FULL = error(fault('commands:faults.full'), fault('commands:faults.fullHint'));
const OVER = error(fault('commands:faults.over'), fault('commands:faults.overHint'));
