import { assertNever } from '../../../../../workflows/domain/json.ts';
import { TaskCard } from '../../tasks/TaskCard.tsx';
import { TaskNote } from '../../tasks/TaskNote.tsx';
import { EventLine, isEventLine } from './entries/EventLine.tsx';
import { InnerTeam } from './entries/InnerTeam.tsx';
import { ManagerLine } from './entries/ManagerLine.tsx';
import { NotLoaded } from './entries/NotLoaded.tsx';
import { RunEnd, RunHeading } from './entries/RunBoundary.tsx';
import { LiveMessage } from './LiveMessage.tsx';
import { MessageCard } from './MessageCard.tsx';
import type { InnerNode, MessageNode, TranscriptNode } from './transcriptNode.ts';

export type TranscriptNodesProps = {
  conversationId: string;
  nodes: readonly TranscriptNode[];
  /** The names of people; everybody else is an agent. */
  persons: ReadonlySet<string>;
  /** The scopes of inner teams that are active now. */
  atWork: ReadonlySet<string>;
  formSeed: string;
};

/** These nodes in order, one list item each. */
export function TranscriptNodes(props: TranscriptNodesProps) {
  const { nodes } = props;
  return nodes.map((node, index) => (
    <TranscriptNodeItem
      key={node.key}
      {...props}
      node={node}
      // Only an inner team's newest run can still be active.
      isNewest={node.kind === 'inner' && isLastOf(nodes, index)}
    />
  ));
}

type TranscriptNodeItemProps = Omit<TranscriptNodesProps, 'nodes'> & {
  node: TranscriptNode;
  isNewest: boolean;
};

/** One entry of a transcript: always one list item. */
export function TranscriptNodeItem({ node, isNewest, ...props }: TranscriptNodeItemProps) {
  const { conversationId, formSeed } = props;
  switch (node.kind) {
    case 'message':
      return <Entry node={node} {...props} />;
    case 'task':
      return node.task.state === 'open' ? (
        <li className="py-1.5 sm:pl-12">
          <TaskCard conversationId={conversationId} task={node.task} draft={node.draft} formSeed={formSeed} />
        </li>
      ) : (
        <TaskNote task={node.task} />
      );
    case 'live':
      return <LiveMessage live={node.live} />;
    case 'manager':
      return <ManagerLine conversationId={conversationId} manager={node.manager} calls={node.calls} />;
    case 'inner':
      return (
        <InnerTeam
          scope={node.scope}
          messageCount={countMessages(node)}
          isAtWork={props.atWork.has(node.scope) && isNewest}
        >
          <TranscriptNodes {...props} nodes={node.nodes} />
        </InnerTeam>
      );
    case 'gap':
      return <NotLoaded from={node.from} to={node.to} />;
    case 'run':
      return <RunHeading run={node.run} wokenBy={node.wokenBy} />;
    case 'run_end':
      return <RunEnd run={node.run} end={node.end} />;
    default:
      return assertNever(node);
  }
}

type EntryProps = Pick<TranscriptNodesProps, 'conversationId' | 'persons'> & { node: MessageNode };

function Entry({ node, conversationId, persons }: EntryProps) {
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

/** Whether no later run of the same inner team follows. */
export function isLastOf(nodes: readonly TranscriptNode[], index: number): boolean {
  const node = nodes[index];
  return !nodes
    .slice(index + 1)
    .some((later) => later.kind === 'inner' && node?.kind === 'inner' && later.scope === node.scope);
}
