import { Markdown } from '../../components/ui/Markdown.tsx';
import { Fold } from './Fold.tsx';

/** A Magentic-One plan: the parts that one reads, and the whole message as the team got it. */
export function LedgerContent({
  content,
  body: { task, facts, plan },
}: {
  content: string;
  body: { task: string; facts: string; plan: string };
}) {
  return (
    <div className="space-y-2">
      <Fold label="Task">
        <Markdown>{task}</Markdown>
      </Fold>
      <Fold label="Facts">
        <Markdown>{facts}</Markdown>
      </Fold>
      <Fold label="Plan">
        <Markdown>{plan}</Markdown>
      </Fold>
      <Fold label="The whole message to the team">
        <Markdown>{content}</Markdown>
      </Fold>
    </div>
  );
}
