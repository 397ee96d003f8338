import { answerBody } from '../../transcript/answerBody.ts';
import { recordTurn } from '../../transcript/recordTurn.ts';
import { readMessage } from '../../transcript/settleDraft.ts';
import { storePersonMessage } from '../../transcript/storePersonMessage.ts';
import type { TaskWork } from '../taskWork.ts';

export const giveInput: TaskWork<'give_input'> = {
  detail: (_database, { team, task }) => {
    const asked = team.participants.find(({ name }) => name === task.speaker);
    return { prompt: asked?.kind === 'person' ? asked.prompt : '' };
  },

  asking: ({ team, task }) => {
    const asked = team.participants.find(({ name }) => name === task.speaker);
    if (asked?.kind !== 'person' || asked.asking === undefined) return null;
    return { asking: asked.asking, deadlineSeconds: asked.deadlineSeconds };
  },

  /** A person's turn begins when they are asked. */
  opened: (transaction, { projectId, conversationId, task, stateBefore, runId }) => {
    const { turn, speaker, scope = '' } = task;
    return recordTurn(transaction, {
      projectId,
      conversationId,
      turn,
      scope,
      speaker,
      stateBefore,
      runId,
    });
  },

  carryOut: async (transaction, settling) => {
    const { projectId, conversationId, run, task, resolution, execution, revision } = settling;
    if (resolution.by !== 'person') return null;
    return storePersonMessage(transaction, {
      projectId,
      conversationId,
      run,
      scope: task.scope ?? '',
      turn: task.turn,
      seq: task.seq,
      source: task.speaker,
      content: await settling.handedIn(),
      body: await answerBody(transaction, settling),
      userId: resolution.userId,
      execution,
      revision,
    });
  },

  message: (transaction, settling) => readMessage(transaction, settling, settling.task.seq),
};
