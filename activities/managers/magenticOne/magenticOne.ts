import type { Orchestrated } from '../../../workflows/domain/patterns/kinds/magenticOne/magenticOne.ts';
import {
  FACTS_PROMPT,
  FACTS_UPDATE_PROMPT,
  FINAL_ANSWER_PROMPT,
  LEDGER_MESSAGE,
  PLAN_PROMPT,
  PLAN_UPDATE_PROMPT,
} from '../../../workflows/domain/patterns/kinds/magenticOne/prompts.ts';
import { askOnce } from '../../asking/askOnce.ts';
import type { Managed, Manager, ManagerMessage } from '../manager.ts';
import { askForProgress } from './askForProgress.ts';
import { type Ledger, ledgerOf, taskOf } from './ledger.ts';
import {
  assistantMessage,
  fill,
  type Orchestra,
  orchestra,
  request,
  roles,
  userMessage,
} from './orchestra.ts';

type Orchestrating = Promise<Managed<'magentic_one'>>;

/** An orchestrator's work, as AutoGen's MagenticOneOrchestrator does it. */
export const magenticOne: Manager<'magentic_one'> = {
  plan: (desk) => plan(orchestra(desk)),
  replan: (desk) => replan(orchestra(desk)),
  progress: (desk, { lastStall }) => trackProgress(orchestra(desk), lastStall),
  final_answer: (desk) => answerFinally(orchestra(desk)),
};

function plan(orchestra: Orchestra): Orchestrating {
  const task = taskOf(orchestra);
  return planFrom(orchestra, task, {
    view: 'none',
    facts: { purpose: 'facts', prompt: fill(FACTS_PROMPT, { task }) },
    plan: { purpose: 'plan', prompt: PLAN_PROMPT },
  });
}

function replan(orchestra: Orchestra): Orchestrating {
  const { task, facts } = ledgerOf(orchestra);
  return planFrom(orchestra, task, {
    view: 'thread',
    facts: { purpose: 'facts_update', prompt: fill(FACTS_UPDATE_PROMPT, { task, facts }) },
    plan: { purpose: 'plan_update', prompt: PLAN_UPDATE_PROMPT },
  });
}

/** Two requests: the facts, then the plan, which depends on the facts. */
async function planFrom(
  orchestra: Orchestra,
  task: string,
  asked: {
    view: 'none' | 'thread';
    facts: { purpose: 'facts' | 'facts_update'; prompt: string };
    plan: { purpose: 'plan' | 'plan_update'; prompt: string };
  },
): Orchestrating {
  const { view } = asked;
  const ask = userMessage(orchestra, asked.facts.prompt);
  const facts = await askOnce(
    orchestra.talk,
    0,
    asked.facts.purpose,
    request(orchestra, { view, after: [ask] }),
  );
  const after = [
    ask,
    assistantMessage(orchestra, facts.text),
    userMessage(orchestra, fill(asked.plan.prompt, { team: roles(orchestra) })),
  ];
  const made = await askOnce(orchestra.talk, 1, asked.plan.purpose, request(orchestra, { view, after }));
  return publishPlan(orchestra, { task, facts: facts.text, plan: made.text });
}

/** The message that starts the outer loop: all participants start again with it. */
async function publishPlan(orchestra: Orchestra, ledger: Ledger): Orchestrating {
  const content = fill(LEDGER_MESSAGE, { ...ledger, team: roles(orchestra) });
  const body = { kind: 'ledger', ...ledger } as const;
  return publish(orchestra, { content, body, resets: true }, { kind: 'planned' });
}

async function trackProgress(orchestra: Orchestra, lastStall: boolean): Orchestrating {
  const entry = await askForProgress(orchestra);
  const stalled = !entry.progress || entry.inLoop;
  const { satisfied, reason, speaker } = entry;
  const result: Orchestrated = { kind: 'progress', satisfied, stalled, reason, speaker };
  if (satisfied || (stalled && lastStall)) return { messages: [], result };
  return publish(orchestra, { content: entry.instruction, body: null, resets: false }, result);
}

async function answerFinally(orchestra: Orchestra): Orchestrating {
  const { task } = ledgerOf(orchestra);
  const prompt = orchestra.config.finalAnswerPrompt ?? fill(FINAL_ANSWER_PROMPT, { task });
  const outline = request(orchestra, { view: 'thread', after: [userMessage(orchestra, prompt)] });
  const answer = await askOnce(orchestra.talk, 0, 'final_answer', outline);
  const { text: content, ending } = answer;
  return publish(orchestra, { content, body: null, resets: false, ending }, { kind: 'answered' });
}

async function publish(
  { say }: Orchestra,
  message: Omit<ManagerMessage, 'type'>,
  result: Orchestrated,
): Orchestrating {
  return { messages: await say([{ ...message, type: 'TextMessage' }]), result };
}
