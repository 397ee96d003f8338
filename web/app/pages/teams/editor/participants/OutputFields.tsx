import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { JsonField } from '../fields/JsonField.tsx';
import { OptionalGroup } from '../fields/OptionalGroup.tsx';
import { TextField } from '../fields/TextField.tsx';

/** Whether an agent replies in JSON, and with which schema. */
export function OutputFields({ path }: { path: TeamPath }) {
  const { t } = useTranslation('participants');
  return (
    <OptionalGroup
      path={path}
      label={t('agent.fields.output')}
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
      <TextField path={[...path, 'name']} label={t('agent.fields.outputName')} mono />
      <JsonField path={[...path, 'schema']} label={t('agent.fields.outputSchema')} rows={8} />
      <TextField
        path={[...path, 'formatString']}
        label={t('agent.fields.outputFormat')}
        hint={t('agent.fields.outputFormatHint')}
        nullable
        mono
      />
    </OptionalGroup>
  );
}
