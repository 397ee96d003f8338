import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { JsonField } from '../fields/JsonField.tsx';
import { OptionalGroup } from '../fields/OptionalGroup.tsx';
import { TextField } from '../fields/TextField.tsx';

/** Whether, and by which schema, an agent replies in JSON. */
export function OutputFields({ path }: { path: TeamPath }) {
  return (
    <OptionalGroup
      path={path}
      label="It replies as JSON of a schema"
      make={() => ({
        name: 'Answer',
        schema: {
          type: 'object',
          properties: { answer: { type: 'string' } },
          required: ['answer'],
          additionalProperties: false,
        },
        formatString: null,
      })}
    >
      <TextField path={[...path, 'name']} label="The schema’s name" mono />
      <JsonField path={[...path, 'schema']} label="JSON Schema" rows={8} />
      <TextField
        path={[...path, 'formatString']}
        label="How the reply reads as text"
        hint="{field} stands for a field of it. Empty: as JSON."
        nullable
        mono
      />
    </OptionalGroup>
  );
}
