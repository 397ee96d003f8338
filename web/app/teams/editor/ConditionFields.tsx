import { CornerDownRight, Trash2 } from 'lucide-react';
import type { TerminationCondition } from '../../../../workflows/domain/terminations/condition.ts';
import { Button } from '../../components/ui/Button.tsx';
import type { TeamPath } from '../check/issuesOf.ts';
import { useField, useListField } from './DraftContext.tsx';
import { FieldErrors } from './fields/FieldErrors.tsx';
import { KindField } from './fields/KindField.tsx';
import { kindOf } from './jsonValue.ts';
import { LeafFields } from './LeafFields.tsx';
import { newCondition } from './newParts.ts';

const KINDS = {
  max_messages: 'So many messages',
  text_mention: 'A text is mentioned',
  stop_message: 'A stop message',
  token_usage: 'Tokens used',
  cost: 'Money spent',
  timeout: 'Time passed',
  handoff: 'A handoff to somebody',
  source_match: 'Somebody has spoken',
  text_message: 'A text message',
  function_call: 'A tool has run',
  external: 'A person stops it',
  expression: 'An expression holds',
  and: 'All of …',
  or: 'Any of …',
} as const satisfies Record<TerminationCondition['kind'], string>;

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
      {isGroup ? <GroupFields path={path} /> : <LeafFields path={path} kind={kind} />}
    </div>
  );
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
