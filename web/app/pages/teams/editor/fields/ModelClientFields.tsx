import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useField } from '../DraftContext.tsx';
import { newModelClient } from '../newParts.ts';
import { CheckField } from './CheckField.tsx';
import { ChoiceControl } from './ChoiceField.tsx';
import { JsonField } from './JsonField.tsx';
import { OptionalGroup } from './OptionalGroup.tsx';
import { ProviderFields } from './ProviderFields.tsx';
import { TextField } from './TextField.tsx';

export type ModelClientFieldsProps = {
  path: TeamPath;
  label?: string;
  /** Also "no model at all" can be chosen: a code executor that runs what others write. */
  canBeNone?: boolean;
};

/** Which model answers: the installation's default, another one, or none. */
export function ModelClientFields({ path, label = 'Model', canBeNone = false }: ModelClientFieldsProps) {
  const { value, errors, set } = useField(path);
  const which = value === null || value === undefined ? 'default' : value === 'none' ? 'none' : 'own';
  const choices = [
    ...(canBeNone ? [{ value: 'none', label: 'No model: it runs what others write' }] : []),
    { value: 'default', label: 'The default of this installation' },
    { value: 'own', label: 'Another one' },
  ];
  const choose = (next: string) => set(next === 'own' ? newModelClient() : next === 'none' ? 'none' : null);
  return (
    <div className="space-y-4">
      <ChoiceControl
        path={path}
        label={label}
        errors={errors}
        value={which}
        choices={choices}
        onChoose={choose}
      />
      {which === 'own' ? (
        <div className="space-y-4 border-l-2 border-line pl-4">
          <TextField path={[...path, 'model']} label="Model’s name" mono />
          <ProviderFields path={path} />
          <TextField
            path={[...path, 'baseUrl']}
            label="Endpoint"
            hint="An address that speaks the API above. Empty: the installation’s own."
            placeholder="https://api.example.com/v1"
            nullable
            mono
          />
          <TextField
            path={[...path, 'apiKeySecret']}
            label="Name of the secret with its key"
            hint="The name, never the key: whoever runs Colloquy sets the key in its environment. Empty: at the installation’s own endpoint its key, elsewhere none."
            placeholder="EXAMPLE_API_KEY"
            nullable
            mono
          />
          <JsonField
            path={[...path, 'parameters']}
            label="Parameters"
            hint="Sent with every request as they stand: temperature, max_tokens, top_p, seed, …"
            rows={3}
          />
          <CheckField
            path={[...path, 'includeNameInMessage']}
            label="Say who wrote a message in its field “name”"
          />
          <CheckField path={[...path, 'addNamePrefixes']} label="Begin others’ messages with “NAME said:”" />
          <OptionalGroup
            path={[...path, 'info']}
            label="Say what the model can do"
            hint="Otherwise as is known of its name."
            make={() => ({
              family: 'unknown',
              vision: false,
              functionCalling: true,
              jsonOutput: true,
              structuredOutput: true,
              multipleSystemMessages: true,
            })}
          >
            <TextField path={[...path, 'info', 'family']} label="Family" mono />
            <CheckField path={[...path, 'info', 'vision']} label="Sees images" />
            <CheckField path={[...path, 'info', 'functionCalling']} label="Calls functions" />
            <CheckField path={[...path, 'info', 'jsonOutput']} label="Replies in JSON" />
            <CheckField path={[...path, 'info', 'structuredOutput']} label="Replies by a schema" />
            <CheckField
              path={[...path, 'info', 'multipleSystemMessages']}
              label="Takes several system messages"
            />
          </OptionalGroup>
        </div>
      ) : null}
    </div>
  );
}
