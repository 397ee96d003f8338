import { useTranslation } from 'react-i18next';
import type { DialectName } from '../../../../../../workflows/domain/providers/chatCompletions/dialects.ts';
import {
  DEFAULT_PROVIDER,
  type ProviderName,
} from '../../../../../../workflows/domain/providers/providerName.ts';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useField } from '../DraftContext.tsx';
import { CheckField } from './CheckField.tsx';
import { ChoiceControl } from './ChoiceField.tsx';
import { OptionalChoiceField } from './OptionalChoiceField.tsx';

const PROVIDERS = ['chat_completions', 'responses', 'anthropic_messages'] as const satisfies ProviderName[];

const DIALECTS = {
  openai: 'OpenAI',
  azure: 'Azure',
  gemini: 'Gemini',
  anthropic: 'Anthropic',
  mistral: 'Mistral',
  deepseek: 'DeepSeek',
  ollama: 'Ollama',
  openrouter: 'OpenRouter',
  vllm: 'vLLM',
  llama_cpp: 'llama.cpp',
} satisfies Record<DialectName, string>;

const DIALECT_CHOICES = Object.entries(DIALECTS).map(([value, label]) => ({ value, label }));

/** A model's API, and the options of that API. */
export function ProviderFields({ path }: { path: TeamPath }) {
  const { t } = useTranslation('editor');
  const client = useField(path);
  const { value, errors } = useField([...path, 'provider']);
  const provider = typeof value === 'string' ? value : DEFAULT_PROVIDER;
  const choose = (next: string) => {
    // Options of one provider may not exist for another.
    const { options: _options, provider: _provider, dialect: _dialect, ...others } = fieldsOf(client.value);
    client.set(next === DEFAULT_PROVIDER ? others : { ...others, provider: next });
  };
  return (
    <>
      <ChoiceControl
        path={[...path, 'provider']}
        label={t('provider.label')}
        errors={errors}
        value={provider}
        choices={PROVIDERS.map((name) => ({ value: name, label: t(`provider.names.${name}`) }))}
        onChoose={choose}
      />
      {provider === 'chat_completions' ? (
        <OptionalChoiceField
          path={path}
          name="dialect"
          label={t('provider.dialect')}
          hint={t('provider.dialectHint')}
          absentLabel={t('provider.dialectNone')}
          choices={DIALECT_CHOICES}
        />
      ) : null}
      <OptionalChoiceField
        path={path}
        name="stream"
        label={t('provider.stream')}
        absentLabel={t('provider.streamNone')}
        choices={[
          { value: true, label: t('provider.streams.pieces') },
          { value: false, label: t('provider.streams.whole') },
        ]}
      />
      {provider === 'responses' ? (
        <CheckField
          path={[...path, 'options', 'background']}
          label={t('provider.background')}
          hint={t('provider.backgroundHint')}
        />
      ) : null}
    </>
  );
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
