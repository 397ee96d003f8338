import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';
import { ModelClientFields } from '../editor/fields/ModelClientFields.tsx';
import { NumberField } from '../editor/fields/NumberField.tsx';
import { TextField } from '../editor/fields/TextField.tsx';

/** An orchestrator's: who it is, and how long it tries. */
export function MagenticOneFields({ path }: { path: TeamPath }) {
  return (
    <>
      <ModelClientFields path={[...path, 'model']} label="Who orchestrates" />
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-3">
        <NumberField path={[...path, 'maxStalls']} label="Stalls before it plans anew" />
        <NumberField path={[...path, 'maxResets']} label="New plans" placeholder="No limit" />
      </div>
      <TextField
        path={[...path, 'finalAnswerPrompt']}
        label="How it is asked for the final answer"
        hint="Empty: AutoGen’s own words."
        rows={3}
        nullable
      />
    </>
  );
}
