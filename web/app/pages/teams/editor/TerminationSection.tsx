import { ConditionFields } from './ConditionFields.tsx';
import { useField } from './DraftContext.tsx';
import { FieldErrors } from './fields/FieldErrors.tsx';
import { NumberField } from './fields/NumberField.tsx';
import { Button } from '../../../views/ui/Button.tsx';
import { newCondition } from '../terminations/newCondition.ts';
import { useScope } from './TeamScope.tsx';

/** When a conversation is over. */
export function TerminationSection() {
  const { at } = useScope();
  const path = [...at, 'termination'];
  const { value, errors, place, set } = useField(path);
  return (
    <div className="space-y-4" {...place}>
      <FieldErrors errors={errors} />
      {value === null || value === undefined ? (
        <div className="space-y-2">
          <p className="text-[0.8125rem] text-ink-muted">
            No condition: only the limit of turns, the pattern or a person ends a conversation.
          </p>
          <Button size="sm" onClick={() => set(newCondition('max_messages'))}>
            Add a condition
          </Button>
        </div>
      ) : (
        <ConditionFields path={path} onRemove={() => set(null)} />
      )}
      <NumberField
        path={[...at, 'maxTurns']}
        label="Turns"
        hint="A run ends after this many in any case."
        placeholder="No limit"
      />
    </div>
  );
}
