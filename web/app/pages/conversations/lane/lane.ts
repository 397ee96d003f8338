import { outerScope, ROOT_SCOPE, segmentNames } from '../../../../../workflows/domain/conversation/scope.ts';
import { isChatMessage } from '../../../../../workflows/domain/message.ts';
import { isAtRest } from '../../../../../workflows/domain/recordStates.ts';
import type { ConversationPageState } from '../../../data/conversations/conversationState.ts';
import type { Doing } from './doing.ts';

/** A participant who is active now. */
export interface Busy {
  scope: string;
  name: string;
  doing: Doing;
}

/**
 * Who is active now, in all teams of the conversation: according to the rows and, for participants without any,
 * the newest turn.
 */
export function busyNow(state: ConversationPageState, manager: string | null): Busy[] {
  if (isAtRest(state.conversation)) return [];
  const busy = new Map<string, Busy>();
  const add = (scope: string, name: string, doing: Doing) => {
    const key = `${scope}/${name}`;
    if (!busy.has(key)) busy.set(key, { scope, name, doing });
  };
  for (const task of state.tasks) {
    if (task.state === 'open') add(task.scope, task.speaker, { kind: 'waits' });
  }
  const scopes = new Map(state.openCalls.map(({ seq, scope }) => [seq, scope]));
  for (const { seq, source } of state.live) {
    add(scopes.get(seq) ?? ROOT_SCOPE, source, { kind: 'writes' });
  }
  for (const call of state.toolCalls) {
    if (call.state === 'running') add(call.scope, call.agent, { kind: 'callsTool', tool: call.tool });
  }
  for (const { scope, agent, purpose } of state.openCalls) {
    add(scope, agent, { kind: 'asks', purpose });
  }
  if (state.conversation.state === 'running') {
    for (const { scope, speaker, step } of unfinished(state, manager)) add(scope, speaker, doingOfStep(step));
  }
  for (const { scope } of [...busy.values()]) {
    for (let inner = scope; inner !== ROOT_SCOPE; inner = outerScope(inner)) {
      add(outerScope(inner), participantBehind(inner), { kind: 'teamWorks' });
    }
  }
  return [...busy.values()];
}

/** Who has spoken in the newest run of the conversation's own team. */
export function spokenIn(state: ConversationPageState): string[] {
  const { run } = state.conversation;
  const spoken = state.messages.filter(
    (message) =>
      message.run === run &&
      message.scope === ROOT_SCOPE &&
      message.status === 'final' &&
      isChatMessage(message),
  );
  // A team's turn consists of its members' messages.
  const inner = state.messages.flatMap((message) =>
    message.run === run && message.scope !== ROOT_SCOPE && !message.copied
      ? [participantBehind(message.scope)]
      : [],
  );
  return [...new Set([...spoken.map(({ source }) => source), ...inner])];
}

/** The participant of the outer team that contains a scope's inner team. */
function participantBehind(scope: string): string {
  const segment = scope.slice(scope.lastIndexOf('/') + 1);
  return segmentNames(segment).participant;
}

/** The speakers of the newest turn who have not finished yet. */
function unfinished({ control, messages }: ConversationPageState, manager: string | null) {
  return (control?.active ?? []).filter(
    ({ scope, turn, speaker, step }) =>
      // The manager's activity is shown by its requests.
      speaker !== manager &&
      step !== 'done' &&
      step !== 'inner' &&
      step !== 'open_inner' &&
      !messages.some(
        (message) =>
          message.scope === scope &&
          message.turn === turn &&
          message.source === speaker &&
          message.status === 'final' &&
          isChatMessage(message),
      ),
  );
}

function doingOfStep(step: string): Doing {
  switch (step) {
    case 'run_code':
      return { kind: 'runsCode' };
    case 'tools':
      return { kind: 'callsTools' };
    default:
      return { kind: 'thinks' };
  }
}
