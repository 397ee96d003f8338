import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useField } from '../DraftContext.tsx';
import { newModelClient } from '../newParts.ts';
import { CheckField } from './CheckField.tsx';
import { ChoiceControl } from './ChoiceField.tsx';
import { JsonField } from './JsonField.tsx';
import { OptionalGroup } from './OptionalGroup.tsx';
import { ProviderFields } from './ProviderFields.tsx';
import { TextField } from './TextField.tsx';

const ENDPOINT_EXAMPLE = 'https://api.example.com/v1';
const SECRET_EXAMPLE = 'EXAMPLE_API_KEY';

export type ModelClientFieldsProps = {
  path: TeamPath;
  label?: string;
  /** "No model" can be chosen too: for a code executor that runs the code of others. */
  canBeNone?: boolean;
};

/** The model that answers: the installation's default, another one, or none. */
export function ModelClientFields({ path, label, canBeNone = false }: ModelClientFieldsProps) {
  const { t } = useTranslation('editor');
  const { value, errors, set } = useField(path);
  const which = value === null || value === undefined ? 'default' : value === 'none' ? 'none' : 'own';
  const choices = [
    ...(canBeNone ? [{ value: 'none', label: t('model.choices.none') }] : []),
    { value: 'default', label: t('model.choices.default') },
    { value: 'own', label: t('model.choices.own') },
  ];
  const choose = (next: string) => set(next === 'own' ? newModelClient() : next === 'none' ? 'none' : null);
  return (
    <div className="space-y-4">
      <ChoiceControl
        path={path}
        label={label ?? t('model.label')}
        errors={errors}
        value={which}
        choices={choices}
        onChoose={choose}
      />
      {which === 'own' ? (
        <div className="space-y-4 border-l-2 border-line pl-4">
          <TextField path={[...path, 'model']} label={t('model.name')} mono />
          <ProviderFields path={path} />
          <TextField
            path={[...path, 'baseUrl']}
            label={t('model.baseUrl')}
            hint={t('model.baseUrlHint')}
            placeholder={ENDPOINT_EXAMPLE}
            nullable
            mono
          />
          <TextField
            path={[...path, 'apiKeySecret']}
            label={t('model.apiKeySecret')}
            hint={t('model.apiKeySecretHint')}
            placeholder={SECRET_EXAMPLE}
            nullable
            mono
          />
          <JsonField
            path={[...path, 'parameters']}
            label={t('model.parameters')}
            hint={t('model.parametersHint')}
            rows={3}
          />
          <CheckField path={[...path, 'includeNameInMessage']} label={t('model.includeName')} />
          <CheckField path={[...path, 'addNamePrefixes']} label={t('model.addPrefixes')} />
          <OptionalGroup
            path={[...path, 'info']}
            label={t('model.info')}
            hint={t('model.infoHint')}
            make={() => ({
              family: 'unknown',
              vision: false,
              functionCalling: true,
              jsonOutput: true,
              structuredOutput: true,
              multipleSystemMessages: true,
            })}
          >
            <TextField path={[...path, 'info', 'family']} label={t('model.family')} mono />
            <CheckField path={[...path, 'info', 'vision']} label={t('model.vision')} />
            <CheckField path={[...path, 'info', 'functionCalling']} label={t('model.functionCalling')} />
            <CheckField path={[...path, 'info', 'jsonOutput']} label={t('model.jsonOutput')} />
            <CheckField path={[...path, 'info', 'structuredOutput']} label={t('model.structuredOutput')} />
            <CheckField
              path={[...path, 'info', 'multipleSystemMessages']}
              label={t('model.multipleSystemMessages')}
            />
          </OptionalGroup>
        </div>
      ) : null}
    </div>
  );
}
