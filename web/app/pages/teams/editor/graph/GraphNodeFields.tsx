import { Plus, Trash2 } from 'lucide-react';
import { Button } from '../../../../views/ui/Button.tsx';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useField, useListField } from '../DraftContext.tsx';
import { ChoiceControl } from '../fields/ChoiceField.tsx';
import { FieldErrors } from '../fields/FieldErrors.tsx';
import { newEdge } from '../../../../views/teams/patterns/kinds/graph.ts';
import { placeAttribute } from '../place.ts';
import { renameNode } from './graphReferences.ts';
import { GraphEdgeFields } from './GraphEdgeFields.tsx';

export type GraphNodeFieldsProps = {
  path: TeamPath;
  /** Its place among the nodes. */
  index: number;
  participants: readonly string[];
  nodes: readonly string[];
  onRemove: () => void;
};

/** A node and the edges that leave it. */
export function GraphNodeFields({ path, index, participants, nodes, onRemove }: GraphNodeFieldsProps) {
  const name = nodes[index] ?? '';
  const pattern = useField(path.slice(0, -2));
  const nameField = useField([...path, 'name']);
  const node = useField(path);
  const { entries, errors, place, set } = useListField([...path, 'edges']);
  const free = participants.filter((each) => each === name || !nodes.includes(each));
  return (
    <div
      role="group"
      aria-label={`Node ${name}`}
      className="space-y-3 rounded-lg border border-line p-2.5 sm:p-3.5"
      {...placeAttribute(path)}
    >
      <div className="flex items-end gap-2">
        <ChoiceControl
          path={[...path, 'name']}
          label="Node"
          errors={nameField.errors}
          value={name}
          choices={free.map((each) => ({ value: each, label: each }))}
          onChoose={(next) => pattern.set(renameNode(pattern.value, index, next))}
          className="min-w-0 flex-1"
        />
        <Button
          variant="ghost"
          size="icon"
          className="size-10"
          aria-label={`Remove the node ${name}`}
          onClick={onRemove}
        >
          <Trash2 aria-hidden />
        </Button>
      </div>
      <FieldErrors errors={node.errors} />
      <div className="space-y-2.5" {...place}>
        <FieldErrors errors={errors} />
        {entries.length === 0 ? (
          <p className="text-[0.8125rem] text-ink-muted">No edge leaves it: the flow ends here.</p>
        ) : (
          <ol aria-label={`Edges of ${name}`} className="space-y-2.5">
            {entries.map((_edge, at) => (
              <li key={at}>
                <GraphEdgeFields
                  path={[...path, 'edges', at]}
                  name={`edge ${String(at + 1)} of ${name}`}
                  nodes={nodes}
                  onRemove={() => set(entries.filter((_other, other) => other !== at))}
                />
              </li>
            ))}
          </ol>
        )}
        <Button
          size="sm"
          onClick={() => set([...entries, newEdge(nodes.find((each) => each !== name) ?? name)])}
        >
          <Plus aria-hidden />
          Add an edge
        </Button>
      </div>
    </div>
  );
}
