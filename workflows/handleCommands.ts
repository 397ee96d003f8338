import { ApplicationFailure, CancellationScope, condition, setHandler } from '@temporalio/workflow';
import { answerTaskSchema, postMessageSchema } from './contracts/commands.ts';
import type { FlatSchema } from './contracts/flatObject.ts';
import { openTasks } from './domain/conversation/openTasks.ts';
import { type Refusal, refuseAnswer, refusePost } from './domain/conversation/taking.ts';
import type { HumanTask } from './domain/tasks/registry.ts';
import {
  answerTaskUpdate,
  conversationStateQuery,
  fireExternalSignal,
  moveSignal,
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
  setHandler(moveSignal, () => {
    conversation.wantMove();
  });

  setHandler(
    answerTaskUpdate,
    async ({ taskId, decision, submissionId, userId }) => {
      if (!conversation.state.taken.includes(submissionId)) {
        const answer = { decision, submissionId, userId };
        if (openTask(conversation, taskId)?.quorum === undefined) {
          const resolution = { by: 'person', ...answer } as const;
          conversation.apply({ kind: 'task_resolved', taskId, resolution });
        } else {
          conversation.apply({ kind: 'voted', taskId, vote: { ...answer, atMs: Date.now() } });
        }
      }
      const task = openTask(conversation, taskId);
      if (task?.quorum !== undefined) {
        await CancellationScope.nonCancellable(() =>
          transcriptActivities.recordVotes({ ...conversation.ref, task }),
        );
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

function openTask({ state }: RunningConversation, taskId: string): HumanTask | undefined {
  return openTasks(state).find(({ id }) => id === taskId);
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
