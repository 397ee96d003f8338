import { Trash2 } from 'lucide-react';
import { Button } from '../../../../views/ui/Button.tsx';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useField } from '../DraftContext.tsx';
import { ChoiceControl, ChoiceField } from '../fields/ChoiceField.tsx';
import { FieldErrors } from '../fields/FieldErrors.tsx';
import { IssueMark } from '../fields/IssueMark.tsx';
import { TextField } from '../fields/TextField.tsx';
import { textOf, valueAt } from '../jsonValue.ts';
import { placeAttribute } from '../place.ts';
import { retargetEdge } from './graphReferences.ts';

export type GraphEdgeFieldsProps = {
  path: TeamPath;
  /** As it is read out: "edge 1 of writer". */
  name: string;
  nodes: readonly string[];
  onRemove: () => void;
};

const COMPLETE = [
  { value: 'all', label: 'All of its edges' },
  { value: 'any', label: 'Any of its edges' },
];

/** An edge: where it leads and when it is taken; folded, with which others it makes its target run. */
export function GraphEdgeFields({ path, name, nodes, onRemove }: GraphEdgeFieldsProps) {
  const { value, errors, set } = useField(path);
  const target = useField([...path, 'target']);
  const choices = nodes.filter((node) => node !== '').map((node) => ({ value: node, label: node }));
  return (
    <div
      role="group"
      aria-label={name}
      className="@container space-y-2.5 rounded-lg bg-sunken p-2.5"
      {...placeAttribute(path)}
    >
      <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-2.5 @sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]">
        <ChoiceControl
          path={[...path, 'target']}
          label="Leads to"
          errors={target.errors}
          value={textOf(target.value)}
          choices={choices}
          onChoose={(next) => set(retargetEdge(value, next))}
          className="min-w-0"
        />
        <TextField
          path={[...path, 'condition']}
          label="Where the message contains"
          placeholder="Always taken"
          nullable
          className="@max-sm:col-span-2"
        />
        <Button
          variant="ghost"
          size="icon"
          className="mt-6.5 size-10 @max-sm:col-start-2 @max-sm:row-start-1"
          aria-label={`Remove ${name}`}
          onClick={onRemove}
        >
          <Trash2 aria-hidden />
        </Button>
      </div>
      <FieldErrors errors={errors} />
      <GroupFields path={path} edge={value} />
    </div>
  );
}

function GroupFields({ path, edge }: { path: TeamPath; edge: unknown }) {
  const group = textOf(valueAt(edge, ['activationGroup']));
  const isAny = valueAt(edge, ['activationCondition']) === 'any';
  return (
    <details className="text-sm">
      <summary className="w-fit rounded text-[0.8125rem] wrap-anywhere text-ink-muted">
        Group {group || '…'}, complete with {isAny ? 'any' : 'all'} of its edges
        <GroupMarks path={path} />
      </summary>
      <div className="mt-2.5 grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-2.5">
        <TextField path={[...path, 'activationGroup']} label="Group" mono />
        <ChoiceField path={[...path, 'activationCondition']} label="Complete with" choices={COMPLETE} />
      </div>
    </details>
  );
}

function GroupMarks({ path }: { path: TeamPath }) {
  return (
    <>
      <IssueMark path={[...path, 'activationGroup']} />
      <IssueMark path={[...path, 'activationCondition']} />
    </>
  );
}
