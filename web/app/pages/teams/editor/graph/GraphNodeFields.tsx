import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { newEdge } from '../../../../views/teams/patterns/kinds/graph.ts';
import { Button } from '../../../../views/ui/Button.tsx';
import { useField, useListField } from '../DraftContext.tsx';
import { ChoiceControl } from '../fields/ChoiceField.tsx';
import { FieldErrors } from '../fields/FieldErrors.tsx';
import { placeAttribute } from '../place.ts';
import { GraphEdgeFields } from './GraphEdgeFields.tsx';
import { renameNode } from './graphReferences.ts';

export type GraphNodeFieldsProps = {
  path: TeamPath;
  /** Its index among the nodes. */
  index: number;
  participants: readonly string[];
  nodes: readonly string[];
  onRemove: () => void;
};

/** A node and the edges that leave it. */
export function GraphNodeFields({ path, index, participants, nodes, onRemove }: GraphNodeFieldsProps) {
  const { t } = useTranslation('editor');
  const name = nodes[index] ?? '';
  const pattern = useField(path.slice(0, -2));
  const nameField = useField([...path, 'name']);
  const node = useField(path);
  const { entries, errors, place, set } = useListField([...path, 'edges']);
  const free = participants.filter((each) => each === name || !nodes.includes(each));
  return (
    <div
      role="group"
      aria-label={t('graph.nodeNamed', { name })}
      className="space-y-3 rounded-lg border border-line p-2.5 sm:p-3.5"
      {...placeAttribute(path)}
    >
      <div className="flex items-end gap-2">
        <ChoiceControl
          path={[...path, 'name']}
          label={t('graph.node')}
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
          aria-label={t('graph.removeNode', { name })}
          onClick={onRemove}
        >
          <Trash2 aria-hidden />
        </Button>
      </div>
      <FieldErrors errors={node.errors} />
      <div className="space-y-2.5" {...place}>
        <FieldErrors errors={errors} />
        {entries.length === 0 ? (
          <p className="text-[0.8125rem] text-ink-muted">{t('graph.noEdges')}</p>
        ) : (
          <ol aria-label={t('graph.edges', { name })} className="space-y-2.5">
            {entries.map((_edge, at) => (
              <li key={at}>
                <GraphEdgeFields
                  path={[...path, 'edges', at]}
                  number={at + 1}
                  node={name}
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
          {t('graph.addEdge')}
        </Button>
      </div>
    </div>
  );
}
