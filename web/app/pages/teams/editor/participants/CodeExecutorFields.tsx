import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useField } from '../DraftContext.tsx';
import { ContextFields } from '../fields/ContextFields.tsx';
import { LinesField } from '../fields/LinesField.tsx';
import { ModelClientFields } from '../fields/ModelClientFields.tsx';
import { DurationField } from '../fields/DurationField.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { StrangersNote } from '../fields/StrangersNote.tsx';
import { TextField } from '../fields/TextField.tsx';

/** What only a code executor has. */
export function CodeExecutorFields({ path }: { path: TeamPath }) {
  const { value: model } = useField([...path, 'model']);
  return (
    <>
      <ModelClientFields path={[...path, 'model']} label="Who writes the code" canBeNone />
      {model === 'none' ? null : (
        <>
          <TextField path={[...path, 'systemMessage']} label="System message" rows={4} />
          <ContextFields path={[...path, 'context']} />
          <NumberField path={[...path, 'maxRetriesOnError']} label="Retries after an error" />
        </>
      )}
      <LinesField
        path={[...path, 'sources']}
        label="Whose code it runs"
        hint="A name a line. Empty: everybody’s."
        nullable
        mono
      />
      <StrangersNote path={[...path, 'sources']} />
      <LinesField
        path={[...path, 'supportedLanguages']}
        label="Languages"
        hint="One a line; python is run."
        mono
      />
      <DurationField path={[...path, 'timeoutSeconds']} label="Longest a run may take" />
    </>
  );
}
