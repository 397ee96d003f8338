import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { Button } from '../../../../views/ui/Button.tsx';
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
  /** The number of the edge at its node, from 1. */
  number: number;
  node: string;
  nodes: readonly string[];
  onRemove: () => void;
};

/** An edge: its target and its condition; folded, its activation group. */
export function GraphEdgeFields({ path, number, node: name, nodes, onRemove }: GraphEdgeFieldsProps) {
  const { t } = useTranslation('editor');
  const { value, errors, set } = useField(path);
  const target = useField([...path, 'target']);
  const choices = nodes.filter((each) => each !== '').map((each) => ({ value: each, label: each }));
  return (
    <div
      role="group"
      aria-label={t('graph.edge', { number, name })}
      className="@container space-y-2.5 rounded-lg bg-sunken p-2.5"
      {...placeAttribute(path)}
    >
      <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-2.5 @sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]">
        <ChoiceControl
          path={[...path, 'target']}
          label={t('graph.target')}
          errors={target.errors}
          value={textOf(target.value)}
          choices={choices}
          onChoose={(next) => set(retargetEdge(value, next))}
          className="min-w-0"
        />
        <TextField
          path={[...path, 'condition']}
          label={t('graph.condition')}
          placeholder={t('graph.conditionNone')}
          nullable
          className="@max-sm:col-span-2"
        />
        <Button
          variant="ghost"
          size="icon"
          className="mt-6.5 size-10 @max-sm:col-start-2 @max-sm:row-start-1"
          aria-label={t('graph.removeEdge', { number, name })}
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
  const { t } = useTranslation('editor');
  const group = textOf(valueAt(edge, ['activationGroup']));
  const activation = valueAt(edge, ['activationCondition']) === 'any' ? 'any' : 'all';
  const choices = (['all', 'any'] as const).map((value) => ({ value, label: t(`graph.complete.${value}`) }));
  return (
    <details className="text-sm">
      <summary className="w-fit rounded text-[0.8125rem] wrap-anywhere text-ink-muted">
        {t(`graph.groupInShort.${activation}`, { group: group || '…' })}
        <GroupMarks path={path} />
      </summary>
      <div className="mt-2.5 grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-2.5">
        <TextField path={[...path, 'activationGroup']} label={t('graph.group')} mono />
        <ChoiceField
          path={[...path, 'activationCondition']}
          label={t('graph.completeWith')}
          choices={choices}
        />
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
