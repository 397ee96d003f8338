import { CornerDownRight, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TerminationCondition } from '../../../../../workflows/domain/terminations/condition.ts';
import type { LeafKind } from '../../../../../workflows/domain/terminations/registry.ts';
import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';
import { Button } from '../../../views/ui/Button.tsx';
import { newCondition } from '../terminations/newCondition.ts';
import { isLeafKind, LEAF_KINDS, viewOfKind } from '../terminations/registry.ts';
import { useField, useListField } from './DraftContext.tsx';
import { FieldErrors } from './fields/FieldErrors.tsx';
import { KindField } from './fields/KindField.tsx';
import { kindOf } from './jsonValue.ts';

const KINDS = [...LEAF_KINDS, 'and', 'or'] satisfies TerminationCondition['kind'][];

export type ConditionFieldsProps = { path: TeamPath; onRemove: () => void };

/** One condition of the tree, with its inner conditions. */
export function ConditionFields({ path, onRemove }: ConditionFieldsProps) {
  const { t } = useTranslation(['editor', 'terminations']);
  const { value, errors, place, set } = useField(path);
  const kind = kindOf(value);
  const isGroup = kind === 'and' || kind === 'or';
  const nest = () => set({ kind: 'or', conditions: [value, newCondition('external')] });
  return (
    <div className="space-y-3 rounded-lg border border-line bg-surface p-2.5 sm:p-3.5" {...place}>
      <div className="flex flex-wrap items-end gap-2">
        <div className="min-w-44 flex-1">
          <KindField
            path={path}
            label={t(isGroup ? 'termination.group' : 'termination.condition')}
            kinds={KINDS}
            nameOf={(each) => t(`terminations:${each}.name`)}
            make={(next) => changeKind(value, next)}
          />
        </div>
        <div className="flex">
          <Button
            variant="ghost"
            size="icon"
            className="size-10"
            aria-label={t('termination.nest')}
            onClick={nest}
          >
            <CornerDownRight aria-hidden />
          </Button>
          <Button
            variant="ghost"
            size="icon"
            className="size-10"
            aria-label={t('termination.remove')}
            onClick={onRemove}
          >
            <Trash2 aria-hidden />
          </Button>
        </div>
      </div>
      <FieldErrors errors={errors} />
      {isGroup ? <GroupFields path={path} /> : isLeafKind(kind) && <LeafFields path={path} kind={kind} />}
    </div>
  );
}

/** The fields of a condition without inner conditions. */
function LeafFields({ path, kind }: { path: TeamPath; kind: LeafKind }) {
  const { Fields } = viewOfKind(kind);
  return Fields === undefined ? null : <Fields path={path} />;
}

function GroupFields({ path }: { path: TeamPath }) {
  const { t } = useTranslation('editor');
  const conditions = [...path, 'conditions'];
  const { entries, errors, set } = useListField(conditions);
  return (
    <div className="space-y-2.5 border-l-2 border-line pl-3">
      <FieldErrors errors={errors} />
      {entries.map((_condition, index) => (
        <ConditionFields
          key={index}
          path={[...conditions, index]}
          onRemove={() => set(entries.filter((_other, at) => at !== index))}
        />
      ))}
      <Button size="sm" onClick={() => set([...entries, newCondition('text_mention')])}>
        {t('termination.add')}
      </Button>
    </div>
  );
}

/**
 * Switching between "all of" and "any of" keeps the conditions; a single condition becomes the first of a group.
 */
function changeKind(value: unknown, next: TerminationCondition['kind']): unknown {
  if (next !== 'and' && next !== 'or') return newCondition(next);
  const kind = kindOf(value);
  if (kind === 'and' || kind === 'or') return { ...(value as object), kind: next };
  return { kind: next, conditions: [value] };
}
