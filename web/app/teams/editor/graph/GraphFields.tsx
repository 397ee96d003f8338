import { Plus } from 'lucide-react';
import { Button } from '../../../components/ui/Button.tsx';
import { useField, useListField, useParticipantNames } from '../DraftContext.tsx';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { FieldErrors } from '../fields/FieldErrors.tsx';
import { textOf, valueAt } from '../jsonValue.ts';
import { GraphNodeFields } from './GraphNodeFields.tsx';

const NODES = ['pattern', 'nodes'];

/** The graph of a graph flow, as a list of nodes, each with the edges that leave it. */
export function GraphFields() {
  const names = useParticipantNames();
  const { entries, errors, set } = useListField(NODES);
  const start = useField(['pattern', 'startNode']);
  const inGraph = entries.map((node) => textOf(valueAt(node, ['name'])));
  const missing = names.filter((name) => !inGraph.includes(name));
  return (
    <fieldset className="min-w-0 space-y-3">
      <legend className="text-sm font-medium">Graph</legend>
      <p className="text-[0.8125rem] leading-snug text-ink-muted">
        A node runs when its group of edges is complete: all of them, or any. Without a condition an edge is
        always taken; with one, where the message contains its text.
      </p>
      <FieldErrors errors={errors} />
      <ol className="space-y-3">
        {entries.map((node, index) => (
          <li key={index}>
            <GraphNodeFields
              path={[...NODES, index]}
              name={textOf(valueAt(node, ['name']))}
              participants={names}
              nodes={inGraph}
              onRemove={() => set(entries.filter((_node, at) => at !== index))}
            />
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        {missing.map((name) => (
          <Button
            key={name}
            size="sm"
            onClick={() => set([...entries, { name, edges: [], activation: 'all' }])}
          >
            <Plus aria-hidden />
            Add the node {name}
          </Button>
        ))}
      </div>
      <ChoiceField
        path={['pattern', 'startNode']}
        label="Begins with"
        choices={inGraph.filter((name) => name !== '').map((name) => ({ value: name, label: name }))}
        noneLabel="All nodes that no edge leads to"
        hint={typeof start.value === 'string' ? 'Only this one runs first.' : undefined}
      />
    </fieldset>
  );
}
