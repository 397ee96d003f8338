import { ApplicationFailure, CancellationScope, condition, setHandler } from '@temporalio/workflow';
import { answerTaskSchema, postMessageSchema } from './contracts/commands.ts';
import type { FlatSchema } from './contracts/flatObject.ts';
import { type Refusal, refuseAnswer, refusePost } from './domain/conversation/taking.ts';
import {
  answerTaskUpdate,
  conversationStateQuery,
  fireExternalSignal,
  pauseSignal,
  postMessageUpdate,
  resumeSignal,
  stopSignal,
} from './messages.ts';
import { transcriptActivities } from './proxies.ts';
import type { RunningConversation } from './runningConversation.ts';

/** What people may do to a running conversation at any time. */
export function handleCommands(conversation: RunningConversation): void {
  setHandler(conversationStateQuery, () => conversation.state);
  setHandler(pauseSignal, () => {
    conversation.apply({ kind: 'paused' });
  });
  setHandler(resumeSignal, () => {
    conversation.apply({ kind: 'resumed' });
  });
  setHandler(fireExternalSignal, () => {
    conversation.apply({ kind: 'external_fired' });
  });
  setHandler(stopSignal, () => {
    conversation.apply({ kind: 'stop_requested' });
  });

  setHandler(
    answerTaskUpdate,
    async ({ taskId, decision, submissionId, userId }) => {
      if (!conversation.state.taken.includes(submissionId)) {
        const resolution = { by: 'person', decision, submissionId, userId } as const;
        conversation.apply({ kind: 'task_resolved', taskId, resolution });
      }
      await condition(() => !conversation.isSettling(taskId));
      return { taskId };
    },
    {
      validator: (answer) => {
        refuse(refuseAnswer(conversation.state, parse(answerTaskSchema, answer, 'answerTask')));
      },
    },
  );

  setHandler(
    postMessageUpdate,
    async ({ submissionId, userId }) => {
      if (conversation.state.taken.includes(submissionId)) return { submissionId };
      const { nextSeq: seq, nextTurn: turn } = conversation.state;
      conversation.apply({ kind: 'post_taken', submissionId });
      const message = await CancellationScope.nonCancellable(() =>
        transcriptActivities.recordPost({ ...conversation.ref, submissionId, userId, turn, seq }),
      );
      conversation.apply({ kind: 'post_recorded', message });
      return { submissionId };
    },
    {
      validator: (post) => {
        parse(postMessageSchema, post, 'postMessage');
        refuse(refusePost(conversation.state));
      },
    },
  );
}

function refuse(refusal: Refusal | null): void {
  if (refusal !== null) throw ApplicationFailure.nonRetryable(refusal.message, refusal.type);
}

function parse<T>(schema: FlatSchema<T>, argument: unknown, command: string): T {
  const parsed = schema.safeParse(argument);
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0] ?? { path: [], message: 'unreadable' };
  throw ApplicationFailure.nonRetryable(
    `The argument of ${command} is malformed: ${path.join('.')}: ${message}`,
    'invalid_command',
  );
}
