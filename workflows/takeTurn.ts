import { isCancellation, uuid4 } from '@temporalio/workflow';
import { callTools } from './callTools.ts';
import type { At, ReplyResult } from './domain/conversation/event.ts';
import type { RetriedStep } from './domain/conversation/state.ts';
import { assertNever } from './domain/json.ts';
import type { MessageFacts } from './domain/message.ts';
import { inSummary } from './domain/names/inSummary.ts';
import { failureOf } from './failureOf.ts';
import { codeActivities, knowledgeActivities, modelActivities, transcriptActivities } from './proxies.ts';
import { runInner } from './runInner.ts';
import type { RunningConversation, RunTeam } from './runningConversation.ts';
import { taskSeed } from './taskSeed.ts';
import { settle, waitForPerson } from './waitForPerson.ts';

/**
 * Runs a speaker's turn to its end, or to a wait in which the conversation has to stop, has ended, or has to continue
 * as new; calling it again continues from there. A manager's turn ends when it has chosen the speakers.
 */
export async function takeTurn(running: RunningConversation, at: At, runTeam: RunTeam): Promise<void> {
  while (running.isSpeaking(at)) {
    const { step } = running.speaker(at);
    switch (step.kind) {
      case 'done':
        return;
      case 'ask':
        running.apply({ kind: 'input_wanted', ...at, ...taskSeed() });
        break;
      case 'reply':
      case 'manage':
      case 'results':
      case 'run_code':
      case 'open_inner':
        if (running.state.stop !== null) return;
        await carryOut(running, at, step);
        break;
      case 'tools':
        if (running.state.stop !== null) return;
        if ((await callTools(running, at, runTeam)) === 'interrupted') return;
        break;
      case 'inner':
        if ((await runInner(running, { ...at, index: null }, step.scope, runTeam)) === 'interrupted') return;
        break;
      case 'task':
        if (running.state.stop !== null) return;
        if ((await waitForPerson(running, at.scope, step.task)) === 'interrupted') return;
        break;
      case 'settle':
        await settle(running, at, step.task, step.resolution);
        break;
      default:
        return assertNever(step);
    }
  }
}

/** A step that an activity does; what retrying can't mend waits for a person. */
async function carryOut(running: RunningConversation, at: At, step: RetriedStep): Promise<void> {
  try {
    await execute(running, at, step);
  } catch (error) {
    if (isCancellation(error)) throw error;
    running.apply({ kind: 'step_failed', ...at, failure: failureOf(error), ...taskSeed() });
  }
}

async function execute(running: RunningConversation, at: At, step: RetriedStep): Promise<void> {
  const { speaker } = at;
  const place = running.place(at);
  const summary = inSummary(`${speaker}, turn ${String(place.turn + 1)}`);
  switch (step.kind) {
    case 'reply': {
      const { purpose = 'reply', iteration = 0 } = step;
      if (purpose === 'reply' && iteration === 0 && running.looksUp(at)) {
        await knowledgeActivities.lookUpKnowledge.executeWithOptions(
          { summary: inSummary(`${speaker}: looks up knowledge`) },
          [place],
        );
        // What came meanwhile counts: the step is taken again, and finds its look-up.
        if (running.state.stop !== null) return;
      }
      const input = {
        ...running.place(at),
        purpose,
        iteration,
        stateBefore: running.snapshot(),
        reviewed: running.reviews(at),
        ...leftOutOf(running, at),
      };
      const result = replyOf(await modelActivities.generateReply.executeWithOptions({ summary }, [input]));
      running.apply({
        kind: 'replied',
        ...at,
        result,
        ...taskSeed(),
        callTaskIds: result.calls.map(() => uuid4()),
      });
      return;
    }
    case 'manage': {
      const input = { ...place, work: step.work, stateBefore: running.snapshot() };
      const managed = await modelActivities.manage.executeWithOptions(
        { summary: inSummary(`${speaker}: ${step.work.kind}`) },
        [input],
      );
      running.apply({ kind: 'managed', ...at, ...managed });
      return;
    }
    case 'results': {
      const { requestSeq, then } = step;
      const messages = await transcriptActivities.recordToolResults({ ...place, requestSeq, then });
      running.apply({ kind: 'results_recorded', ...at, messages });
      return;
    }
    case 'run_code': {
      const result = await codeActivities.runCode({ ...place, attempt: step.attempt });
      running.apply({ kind: 'code_run', ...at, ...result });
      return;
    }
    case 'open_inner': {
      const input = { ...place, innerScope: step.scope, call: null };
      const task = await transcriptActivities.openInner(input);
      running.apply({ kind: 'inner_opened', ...at, index: null, task, nowMs: Date.now() });
      return;
    }
    default:
      return assertNever(step);
  }
}

/** The tools without which the speaker's turn continues, if there are any. */
function leftOutOf(running: RunningConversation, at: At): { leftOut?: number[] } {
  const { leftOut } = running.speaker(at);
  return leftOut === undefined ? {} : { leftOut };
}

/** Histories of 0.1.0 hold the one message that a reply was then. */
function replyOf(result: ReplyResult | MessageFacts): ReplyResult {
  return 'messages' in result ? result : { messages: [result], calls: [] };
}
