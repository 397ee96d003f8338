import { asHeard, heardInTeam, initialView } from '../request/agentView.ts';
import { contextSlices } from '../request/contextSlices.ts';
import type { LlmMessage } from '../request/llmMessage.ts';
import { sliced } from '../request/slices.ts';
import type { SocietyParticipant, TeamParticipant } from '../team.ts';
import { type HandoffContext, isWithin, type TaskMessage, type TranscriptEntry } from './entry.ts';
import { partsAsText } from './partsAsText.ts';
import { unpackTasks } from './unpackTasks.ts';

/**
 * The task of an inner team's turn: the messages around it since its last turn. A society's team starts fresh each
 * time, so it first gets the messages from earlier turns of its society (AutoGen's "relevant previous messages").
 */
export function innerTask(
  entries: readonly TranscriptEntry[],
  participant: SocietyParticipant | TeamParticipant,
  outer: { scope: string; readBefore: number; innerTeams: string[] },
): TaskMessage[] {
  const own = outer.scope === '' ? participant.name : `${outer.scope}/${participant.name}`;
  const isOwn = (scope: string) => scope === own || scope.startsWith(`${own}~`);
  const readSoFar = Math.max(
    0,
    ...entries
      .filter(({ body, scope }) => body?.kind === 'task' && isOwn(scope))
      .map(({ readBefore }) => readBefore ?? 0),
  );
  const heard = heardInTeam(unpackTasks(entries), outer).filter(
    (entry) => !isWithin(entry.scope, own) && entry.source !== participant.name,
  );
  const fresh = heard
    .filter(({ seq }) => seq >= readSoFar && seq < outer.readBefore)
    .map(({ type, source, content, body }) => ({ type, source, content, body }));
  if (participant.kind === 'team') return fresh;
  const before = [
    ...initialView(entries, { scope: outer.scope, initial: participant.context.initial ?? [] }),
    ...heard.filter(({ seq }) => seq < readSoFar).flatMap(asHeard),
  ];
  const slices = contextSlices(participant.context, before, { countTokens: () => 0, windowTokens: 0 });
  const context = sliced(before, slices).flatMap(asContext);
  if (context.length === 0) return fresh;
  const body = { kind: 'handoff', target: '', context } as const;
  const content = 'relevant previous messages';
  return [{ type: 'HandoffMessage', source: participant.name, content, body }, ...fresh];
}

function asContext(message: LlmMessage): HandoffContext[] {
  switch (message.role) {
    case 'user': {
      const { source, content } = message;
      return [
        { kind: 'user_text', source, content: typeof content === 'string' ? content : partsAsText(content) },
      ];
    }
    case 'assistant':
      return [{ kind: 'assistant_text', source: message.source, content: message.content }];
    case 'assistant_calls': {
      const { source, calls, thought, giveBack } = message;
      return [
        {
          kind: 'assistant_calls',
          source,
          calls,
          thought,
          ...(giveBack === undefined ? {} : { giveBack }),
        },
      ];
    }
    case 'results':
      return [{ kind: 'results', results: message.results }];
    case 'system':
      return [];
  }
}
