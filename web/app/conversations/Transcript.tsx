import type { ConversationPageState } from './conversationState.ts';
import { LiveMessage } from './LiveMessage.tsx';
import { MessageCard } from './MessageCard.tsx';
import { TaskCard } from './TaskCard.tsx';
import { TaskNote } from './TaskNote.tsx';
import { transcriptEntries } from './transcriptEntries.ts';

export type TranscriptProps = {
  state: ConversationPageState;
  agents: ReadonlySet<string>;
  formSeed: string;
};

/** All that was said, decided and is being written, in order. */
export function Transcript({ state, agents, formSeed }: TranscriptProps) {
  const conversationId = state.conversation.id;
  return (
    <ol aria-label="Transcript" className="space-y-1.5">
      {transcriptEntries(state).map((entry) => {
        switch (entry.kind) {
          case 'message':
            return (
              <MessageCard
                key={entry.key}
                conversationId={conversationId}
                message={entry.message}
                calls={entry.calls}
                of={agents.has(entry.message.source) ? 'agent' : 'person'}
              />
            );
          case 'task':
            return entry.task.state === 'open' ? (
              <li key={entry.key} className="py-1.5 sm:pl-12">
                <TaskCard
                  conversationId={conversationId}
                  task={entry.task}
                  draft={entry.draft}
                  formSeed={formSeed}
                />
              </li>
            ) : (
              <TaskNote key={entry.key} task={entry.task} />
            );
          case 'live':
            return <LiveMessage key={entry.key} live={entry.live} />;
        }
      })}
    </ol>
  );
}
