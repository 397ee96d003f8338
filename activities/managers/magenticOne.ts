import { ApplicationFailure } from '@temporalio/common';
import { innerTeamsOf } from '../../workflows/domain/conversation/scope.ts';
import type { Json } from '../../workflows/domain/json.ts';
import { isChatMessage } from '../../workflows/domain/message.ts';
import { wireNamesFor } from '../../workflows/domain/names/wireNames.ts';
import type {
  MagenticOneConfig,
  Orchestrated,
} from '../../workflows/domain/patterns/kinds/magenticOne/magenticOne.ts';
import {
  LEDGER_SCHEMA,
  LEDGER_SCHEMA_NAME,
  type ProgressEntry,
  readProgress,
} from '../../workflows/domain/patterns/kinds/magenticOne/progressLedger.ts';
import {
  FACTS_PROMPT,
  FACTS_UPDATE_PROMPT,
  FINAL_ANSWER_PROMPT,
  LEDGER_MESSAGE,
  PLAN_PROMPT,
  PLAN_UPDATE_PROMPT,
  PROGRESS_PROMPT,
} from '../../workflows/domain/patterns/kinds/magenticOne/prompts.ts';
import type { LlmMessage } from '../../workflows/domain/request/llmMessage.ts';
import { rolesText } from '../../workflows/domain/request/selectorHistory.ts';
import { type RequestView, viewOf, type ViewOutline } from '../../workflows/domain/request/viewOutline.ts';
import type { TranscriptEntry } from '../../workflows/domain/transcript/entry.ts';
import { unpackTasks } from '../../workflows/domain/transcript/unpackTasks.ts';
import { askOnce, type ManagerTalk } from '../asking/askOnce.ts';
import { modelRules } from '../asking/modelRules.ts';
import type { Managed, Manager, ManagerDesk, ManagerMessage } from './manager.ts';

/** How often a ledger entry that can't be used is asked for again; AutoGen's. */
const MAX_LEDGER_ATTEMPTS = 10;

/** What an orchestrator keeps in mind, beside the thread. */
interface Ledger {
  task: string;
  facts: string;
  plan: string;
}

interface Orchestra extends ManagerDesk<'magentic_one'> {
  talk: ManagerTalk;
}

type Orchestrating = Promise<Managed<'magentic_one'>>;

/** An orchestrator's work, as AutoGen's MagenticOneOrchestrator does it. */
export const magenticOne: Manager<'magentic_one'> = {
  plan: (desk) => plan(orchestra(desk)),
  replan: (desk) => replan(orchestra(desk)),
  progress: (desk, { lastStall }) => trackProgress(orchestra(desk), lastStall),
  final_answer: (desk) => answerFinally(orchestra(desk)),
};

function orchestra(desk: ManagerDesk<'magentic_one'>): Orchestra {
  return { ...desk, talk: desk.talkTo(desk.config.model) };
}

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

/** Two requests, the second with what came of the first: the facts, then the plan that goes by them. */
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
  const ask = said(orchestra, asked.facts.prompt);
  const facts = await askOnce(
    orchestra.talk,
    0,
    asked.facts.purpose,
    request(orchestra, { view, after: [ask] }),
  );
  const after = [
    ask,
    answered(orchestra, facts.text),
    said(orchestra, fill(asked.plan.prompt, { team: roles(orchestra) })),
  ];
  const made = await askOnce(orchestra.talk, 1, asked.plan.purpose, request(orchestra, { view, after }));
  return publishPlan(orchestra, { task, facts: facts.text, plan: made.text });
}

/** The message that begins the outer loop: all participants begin anew with it. */
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

async function askForProgress(orchestra: Orchestra): Promise<ProgressEntry> {
  const { talk, team, config, defaultModel } = orchestra;
  const names = team.participants.map(({ name }) => name);
  const { task } = ledgerOf(orchestra);
  const prompt = fill(PROGRESS_PROMPT, { task, team: roles(orchestra), names: names.join(', ') });
  const outline = request(orchestra, {
    view: 'thread',
    after: [said(orchestra, prompt)],
    format: progressFormat(config, defaultModel),
  });
  let problem = '';
  for (let attempt = 0; attempt < MAX_LEDGER_ATTEMPTS; attempt += 1) {
    const answer = await askOnce(talk, attempt, 'progress', outline);
    if (answer.ending === 'refusal') {
      throw ApplicationFailure.nonRetryable(
        `The orchestrator's model refused to give its progress ledger: ${answer.text}`,
        'model_unexpected_answer',
      );
    }
    const read = readProgress(answer.text, names);
    if (read.kind === 'entry') return read.entry;
    problem = read.problem;
  }
  throw ApplicationFailure.nonRetryable(
    `The orchestrator's model gave no usable progress ledger in ${String(MAX_LEDGER_ATTEMPTS)} answers: ${problem}`,
    'model_unexpected_answer',
  );
}

function progressFormat(config: MagenticOneConfig, defaultModel: string): Json {
  const { structuredOutput, jsonOutput } = modelRules(config.model, defaultModel);
  if (structuredOutput) {
    return {
      type: 'json_schema',
      json_schema: { name: LEDGER_SCHEMA_NAME, schema: LEDGER_SCHEMA, strict: true },
    };
  }
  return jsonOutput ? { type: 'json_object' } : null;
}

async function answerFinally(orchestra: Orchestra): Orchestrating {
  const { task } = ledgerOf(orchestra);
  const prompt = orchestra.config.finalAnswerPrompt ?? fill(FINAL_ANSWER_PROMPT, { task });
  const outline = request(orchestra, { view: 'thread', after: [said(orchestra, prompt)] });
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

function request(
  { talk, config, team, defaultModel }: Orchestra,
  ask: { view: 'none' | 'thread'; after: LlmMessage[]; format?: Json },
): ViewOutline {
  const { input, transcript } = talk;
  const { spoken, rules, parameters } = modelRules(config.model, defaultModel);
  const { scope, speaker: manager } = input;
  const view: RequestView =
    ask.view === 'none'
      ? { kind: 'none' }
      : { kind: 'manager', scope, innerTeams: innerTeamsOf(team, scope), manager };
  const thread = viewOf(view, transcript.entries);
  return {
    renderer: 2,
    agent: manager,
    ...spoken,
    parameters,
    rules,
    view,
    asOf: transcript.asOf,
    before: [],
    appended: [],
    slices: [{ kind: 'view', from: 0, to: thread.length }],
    after: ask.after,
    names: wireNamesFor([], [...thread, ...ask.after]),
    tools: null,
    format: ask.format ?? null,
  };
}

/** What this run was asked for: the texts of its task, in one line as AutoGen joins them. */
function taskOf({ talk, team }: Orchestra): string {
  const { input, transcript } = talk;
  const own = new Set([input.speaker, ...team.participants.map(({ name }) => name)]);
  return unpackTasks(transcript.entries)
    .filter(
      (entry) =>
        entry.scope === input.scope &&
        entry.run === input.run &&
        isChatMessage(entry) &&
        !own.has(entry.source),
    )
    .map(modelText)
    .join(' ');
}

function modelText({ content, body }: TranscriptEntry): string {
  if (body?.kind !== 'multimodal') return content;
  return body.parts.map((part) => (part.kind === 'text' ? part.text : ' [image]')).join('');
}

/** What the last plan was made of. */
function ledgerOf({ talk }: Orchestra): Ledger {
  const { input, transcript } = talk;
  const last = transcript.entries.findLast(
    ({ scope, body }) => scope === input.scope && body?.kind === 'ledger',
  );
  if (last?.body?.kind === 'ledger') return last.body;
  throw ApplicationFailure.nonRetryable('The plan of this run is gone', 'conversation_missing');
}

function roles({ team }: Orchestra): string {
  return rolesText(team.participants);
}

function said({ talk }: Orchestra, content: string): LlmMessage {
  return { role: 'user', source: talk.input.speaker, content };
}

function answered({ talk }: Orchestra, content: string): LlmMessage {
  return { role: 'assistant', source: talk.input.speaker, content };
}

function fill(template: string, fields: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (match, name: string) => fields[name] ?? match);
}
