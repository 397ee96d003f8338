import { z } from 'zod';
import { USER_SOURCE } from '../../../../workflows/domain/message.ts';
import type { Member } from '../../data/accounts/requireMember.server.ts';
import { continueConversation } from '../../data/conversations/continueConversation.server.ts';
import {
  type AnswerTaskForm,
  answerTaskSchema,
  type ContinueForm,
  continueSchema,
  type PostMessageForm,
  postMessageSchema,
  type StandForm,
  standSchema,
  steerSchema,
  type WakeForm,
  wakeSchema,
} from '../../data/conversations/forms.ts';
import { type Intent, intents, type Steering } from '../../data/conversations/intents.ts';
import { steerConversation } from '../../data/conversations/steerConversation.server.ts';
import { postMessage } from '../../data/messages/postMessage.server.ts';
import { setStanding } from '../../data/standing/setStanding.server.ts';
import { wakeByHand } from '../../data/standing/wakeByHand.server.ts';
import { submissionIdOf } from '../../data/submissions/submissionIdOf.server.ts';
import { answerTask } from '../../data/tasks/answerTask.server.ts';
import { fault } from '../../languages/fault.ts';
import type { CommandResult } from './commandResult.ts';
import { type CommandOutcome, wordsFor } from './commandWords.ts';

type Command = PostMessageForm | AnswerTaskForm | ContinueForm | WakeForm | StandForm | { intent: Steering };

const rawSchema = z.object({
  intent: z.enum(intents).nullable().catch(null),
  taskId: z
    .string()
    .nullish()
    .transform((value) => value ?? null),
  submissionId: z.string().catch(''),
  text: z.string().catch(''),
  decision: z
    .string()
    .nullish()
    .transform((value) => value ?? null),
});

/** Carries out the command of a form on the conversation page; null if there is no such conversation or task. */
export async function carryOutCommand(
  { scope, user }: Pick<Member, 'scope' | 'user'>,
  conversationId: string,
  form: FormData,
): Promise<CommandResult | null> {
  const fields = Object.fromEntries(form);
  const { intent, taskId, ...submitted } = rawSchema.parse(fields);
  const parsed = schemaOf(intent).safeParse(fields);
  const wrong = (errors: string[]): CommandResult => ({
    intent,
    taskId,
    ok: false,
    kind: 'error',
    title: errors[0] ?? '',
    detail: '',
    errors,
    submitted,
  });
  if (!parsed.success) return wrong(parsed.error.issues.map(({ message }) => message));
  const command = parsed.data;
  const outcome = await carryOut({ scope, user }, conversationId, command);
  if (outcome === null) return null;
  if (outcome.outcome === 'missing') return wrong([missingText(command) ?? outcome.message]);
  if (outcome.outcome === 'malformed') return wrong([outcome.message]);
  const words = wordsFor(outcome);
  const ok = words.kind === 'success';
  return { intent, taskId, ok, ...words, errors: [], submitted: ok ? null : submitted };
}

/** The error for a decision that needs a text and has none; null to use the contract's. */
function missingText(command: Command): string | null {
  if (command.intent !== 'answer') return null;
  if (command.decision === 'edit') return fault('commands:faults.editEmpty');
  return command.decision === 'reply' ? fault('commands:faults.answerEmpty') : null;
}

function schemaOf(intent: Intent | null): z.ZodType<Command> {
  if (intent === 'post') return postMessageSchema;
  if (intent === 'continue') return continueSchema;
  if (intent === 'wake') return wakeSchema;
  if (intent === 'stand' || intent === 'end_standing') return standSchema;
  return intent === 'answer' ? answerTaskSchema : steerSchema;
}

async function carryOut(
  { scope, user }: Pick<Member, 'scope' | 'user'>,
  conversationId: string,
  command: Command,
): Promise<CommandOutcome | null> {
  switch (command.intent) {
    case 'post':
      return postMessage(scope, user.id, conversationId, {
        ...command,
        submissionId: ofItsWords(user.id, conversationId, command, ''),
      });
    case 'answer':
      return answerTask(scope, user.id, {
        ...command,
        submissionId: ofItsWords(user.id, command.taskId, command, command.decision),
      });
    case 'continue':
      return continueRun({ scope, user }, conversationId, command);
    case 'wake': {
      const result = await wakeByHand(scope, user.id, { conversationId, key: command.submissionId });
      return result === null ? null : { outcome: 'woken', result };
    }
    case 'stand':
    case 'end_standing': {
      const standing = command.intent === 'stand';
      const result = await setStanding(scope, user.id, { conversationId, standing });
      return result === null ? null : { outcome: 'standing', result };
    }
    case 'pause':
    case 'resume':
    case 'stop':
    case 'external':
    case 'cancel':
      return steerConversation(scope, user.id, conversationId, command.intent);
  }
}

/**
 * A form's id belongs to its content. A double click is one submission, but a form that was edited after a failed
 * delivery is another one, so that nobody has to start over.
 */
function ofItsWords(
  userId: string,
  subject: string,
  { submissionId, text }: { submissionId: string; text: string | null },
  decision: string,
): string {
  return submissionIdOf(userId, subject, JSON.stringify([submissionId, decision, text]));
}

async function continueRun(
  { scope, user }: Pick<Member, 'scope' | 'user'>,
  conversationId: string,
  form: ContinueForm,
): Promise<CommandOutcome | null> {
  const result = await continueConversation(scope, user.id, {
    conversationId,
    task: form.how === 'task' ? taskOf(form) : null,
    idempotencyKey: form.submissionId,
  });
  return result === null ? null : { outcome: 'continued', result };
}

/** A swarm that has handed over to somebody outside continues with a handoff back. */
function taskOf({ text, handoffTo }: Extract<ContinueForm, { how: 'task' }>) {
  if (handoffTo === undefined) return text;
  return { type: 'HandoffMessage', source: USER_SOURCE, target: handoffTo, content: text } as const;
}
