import { assertNever } from '../../../workflows/domain/json.ts';
import { EventLine, isEventLine } from './entries/EventLine.tsx';
import { InnerTeam } from './entries/InnerTeam.tsx';
import { ManagerLine } from './entries/ManagerLine.tsx';
import { RunEnd } from './entries/RunEnd.tsx';
import { RunHeading } from './entries/RunHeading.tsx';
import { LiveMessage } from './LiveMessage.tsx';
import { MessageCard } from './MessageCard.tsx';
import { TaskCard } from './TaskCard.tsx';
import { TaskNote } from './TaskNote.tsx';
import type { InnerNode, MessageNode, TranscriptNode } from './transcriptTree.ts';

export type TranscriptProps = {
  conversationId: string;
  nodes: readonly TranscriptNode[];
  /** Names of persons: all others are agents. */
  persons: ReadonlySet<string>;
  /** Scopes of inner teams that work now. */
  atWork: ReadonlySet<string>;
  formSeed: string;
};

/** All that was said, decided and is being written, in order. */
export function Transcript(props: TranscriptProps) {
  return (
    <ol aria-label="Transcript" className="space-y-1.5">
      <Nodes {...props} />
    </ol>
  );
}

function Nodes(props: TranscriptProps) {
  const { conversationId, nodes, formSeed } = props;
  return nodes.map((node, index) => {
    switch (node.kind) {
      case 'message':
        return <Entry key={node.key} node={node} {...props} />;
      case 'task':
        return node.task.state === 'open' ? (
          <li key={node.key} className="py-1.5 sm:pl-12">
            <TaskCard
              conversationId={conversationId}
              task={node.task}
              draft={node.draft}
              formSeed={formSeed}
            />
          </li>
        ) : (
          <TaskNote key={node.key} task={node.task} />
        );
      case 'live':
        return <LiveMessage key={node.key} live={node.live} />;
      case 'manager':
        return (
          <ManagerLine
            key={node.key}
            conversationId={conversationId}
            manager={node.manager}
            calls={node.calls}
          />
        );
      case 'inner':
        return (
          <InnerTeam
            key={node.key}
            scope={node.scope}
            messageCount={countMessages(node)}
            // Its newest run is the one that goes on.
            isAtWork={props.atWork.has(node.scope) && isLastOf(nodes, index)}
          >
            <Nodes {...props} nodes={node.nodes} />
          </InnerTeam>
        );
      case 'run':
        return <RunHeading key={node.key} run={node.run} />;
      case 'run_end':
        return <RunEnd key={node.key} run={node.run} end={node.end} />;
      default:
        return assertNever(node);
    }
  });
}

function Entry({ node, conversationId, persons }: TranscriptProps & { node: MessageNode }) {
  const { message, calls, toolCalls } = node;
  if (isEventLine(message)) {
    return <EventLine conversationId={conversationId} message={message} calls={calls} />;
  }
  return (
    <MessageCard
      conversationId={conversationId}
      message={message}
      calls={calls}
      toolCalls={toolCalls}
      of={persons.has(message.source) ? 'person' : 'agent'}
    />
  );
}

function countMessages({ nodes }: InnerNode): number {
  return nodes.reduce((count, node) => {
    if (node.kind === 'inner') return count + countMessages(node);
    return node.kind === 'message' && !isEventLine(node.message) ? count + 1 : count;
  }, 0);
}

function isLastOf(nodes: readonly TranscriptNode[], index: number): boolean {
  const node = nodes[index];
  return !nodes
    .slice(index + 1)
    .some((later) => later.kind === 'inner' && node?.kind === 'inner' && later.scope === node.scope);
}
