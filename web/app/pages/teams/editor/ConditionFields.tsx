import { CornerDownRight, Trash2 } from 'lucide-react';
import type { TerminationCondition } from '../../../../../workflows/domain/terminations/condition.ts';
import type { LeafKind } from '../../../../../workflows/domain/terminations/registry.ts';
import { Button } from '../../../views/ui/Button.tsx';
import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';
import { useField, useListField } from './DraftContext.tsx';
import { FieldErrors } from './fields/FieldErrors.tsx';
import { KindField } from './fields/KindField.tsx';
import { kindOf } from './jsonValue.ts';
import { isLeafKind, terminationViews, viewOfKind } from '../terminations/registry.ts';
import { newCondition } from '../terminations/newCondition.ts';

const KINDS = {
  ...namesOf(terminationViews),
  and: 'All of …',
  or: 'Any of …',
} satisfies Record<TerminationCondition['kind'], string>;

export type ConditionFieldsProps = { path: TeamPath; onRemove: () => void };

/** One condition of the tree, with those below it. */
export function ConditionFields({ path, onRemove }: ConditionFieldsProps) {
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
            label={isGroup ? 'It is over when' : 'Condition'}
            kinds={KINDS}
            make={(next) => changeKind(value, next)}
          />
        </div>
        <div className="flex">
          <Button
            variant="ghost"
            size="icon"
            className="size-10"
            aria-label="Put this condition into a group"
            onClick={nest}
          >
            <CornerDownRight aria-hidden />
          </Button>
          <Button
            variant="ghost"
            size="icon"
            className="size-10"
            aria-label="Remove this condition"
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

/** What a condition without conditions below it is about. */
function LeafFields({ path, kind }: { path: TeamPath; kind: LeafKind }) {
  const { Fields } = viewOfKind(kind);
  return Fields === undefined ? null : <Fields path={path} />;
}

function GroupFields({ path }: { path: TeamPath }) {
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
        Add a condition
      </Button>
    </div>
  );
}

/** From "all of" to "any of" the conditions stay; a condition becomes the first of a group. */
function changeKind(value: unknown, next: TerminationCondition['kind']): unknown {
  if (next !== 'and' && next !== 'or') return newCondition(next);
  const kind = kindOf(value);
  if (kind === 'and' || kind === 'or') return { ...(value as object), kind: next };
  return { kind: next, conditions: [value] };
}

function namesOf<Key extends string>(views: Record<Key, { name: string }>): Record<Key, string> {
  const entries = (Object.keys(views) as Key[]).map((key) => [key, views[key].name] as const);
  return Object.fromEntries(entries) as Record<Key, string>;
}
