import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';
import { CheckField } from '../editor/fields/CheckField.tsx';
import { ContextFields } from '../editor/fields/ContextFields.tsx';
import { ModelClientFields } from '../editor/fields/ModelClientFields.tsx';
import { NumberField } from '../editor/fields/NumberField.tsx';
import { TextField } from '../editor/fields/TextField.tsx';

/** A selector's: who selects, and how. */
export function SelectorFields({ path }: { path: TeamPath }) {
  return (
    <>
      <ModelClientFields path={[...path, 'model']} label="Who selects" />
      <TextField
        path={[...path, 'prompt']}
        label="How it is asked"
        hint="With {roles}, {participants} and {history}. Empty: AutoGen’s own words."
        rows={4}
        nullable
      />
      <CheckField path={[...path, 'allowRepeatedSpeaker']} label="The same one may speak twice in a row" />
      <NumberField path={[...path, 'maxAttempts']} label="Attempts before the fallback speaks" />
      <TextField
        path={[...path, 'candidateFilter']}
        label="Who may be chosen"
        hint="A CEL expression over name, description, previous and last (source, type, content). Empty: everybody."
        placeholder='name != "critic" || last.source == "writer"'
        nullable
        mono
      />
      <CheckField path={[...path, 'streaming']} label="With team events on, show the selector’s answers" />
      <ContextFields path={[...path, 'context']} />
    </>
  );
}
