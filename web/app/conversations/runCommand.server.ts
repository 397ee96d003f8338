import { z } from 'zod';
import type { Member } from '../auth/requireMember.server.ts';
import { answerTask } from '../data/answerTask.server.ts';
import { postMessage } from '../data/postMessage.server.ts';
import { steerConversation } from '../data/steerConversation.server.ts';
import { wordsFor, type CommandOutcome, type CommandResult } from './commandResult.ts';
import {
  answerTaskSchema,
  postMessageSchema,
  steerSchema,
  type AnswerTaskForm,
  type PostMessageForm,
  type Steering,
} from './forms.ts';

type Command = PostMessageForm | AnswerTaskForm | { intent: Steering };

const rawSchema = z.object({
  intent: z.string().catch(''),
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

/** Carries out what a form of the conversation page asks; null: there is no such conversation or task here. */
export async function runCommand(
  { scope, user }: Pick<Member, 'scope' | 'user'>,
  conversationId: string,
  form: FormData,
): Promise<CommandResult | null> {
  const fields = Object.fromEntries(form);
  const { intent, taskId, ...submitted } = rawSchema.parse(fields);
  const parsed = schemaOf(intent).safeParse(fields);
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ message }) => message);
    return {
      intent,
      taskId,
      ok: false,
      kind: 'error',
      title: errors[0] ?? '',
      detail: '',
      errors,
      submitted,
    };
  }
  const outcome = await carryOut({ scope, user }, conversationId, parsed.data);
  if (outcome === null) return null;
  const words = wordsFor(intent, outcome);
  const ok = words.kind === 'success';
  return { intent, taskId, ok, ...words, errors: [], submitted: ok ? null : submitted };
}

function schemaOf(intent: string): z.ZodType<Command> {
  if (intent === 'post') return postMessageSchema;
  return intent === 'answer' ? answerTaskSchema : steerSchema;
}

async function carryOut(
  { scope, user }: Pick<Member, 'scope' | 'user'>,
  conversationId: string,
  command: Command,
): Promise<CommandOutcome | null> {
  switch (command.intent) {
    case 'post':
      return postMessage(scope, user.id, conversationId, command);
    case 'answer':
      return answerTask(scope, user.id, command);
    case 'pause':
    case 'resume':
    case 'stop':
    case 'cancel':
      return steerConversation(scope, user.id, conversationId, command.intent);
  }
}
