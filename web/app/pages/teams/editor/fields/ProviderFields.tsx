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

const LABELS = {
  chat_completions: 'Chat Completions (OpenAI and whatever speaks the same)',
  responses: 'OpenAI’s Responses',
  anthropic_messages: 'Anthropic’s Messages',
} satisfies Record<ProviderName, string>;

const CHOICES = Object.entries(LABELS).map(([value, label]) => ({ value, label }));

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

const STREAM_CHOICES = [
  { value: true, label: 'In pieces' },
  { value: false, label: 'Whole' },
];

/** By which API a model is spoken to, and what else that one can be asked to do. */
export function ProviderFields({ path }: { path: TeamPath }) {
  const client = useField(path);
  const { value, errors } = useField([...path, 'provider']);
  const provider = typeof value === 'string' ? value : DEFAULT_PROVIDER;
  const choose = (next: string) => {
    // What one provider can be asked to do, another may have no word for.
    const { options: _options, provider: _provider, dialect: _dialect, ...others } = fieldsOf(client.value);
    client.set(next === DEFAULT_PROVIDER ? others : { ...others, provider: next });
  };
  return (
    <>
      <ChoiceControl
        path={[...path, 'provider']}
        label="API"
        errors={errors}
        value={provider}
        choices={CHOICES}
        onChoose={choose}
      />
      {provider === 'chat_completions' ? (
        <OptionalChoiceField
          path={path}
          name="dialect"
          label="Whose Chat Completions"
          hint="For a gateway under an address of its own: vendors write some messages in another way."
          absentLabel="As the endpoint and the model’s name say"
          choices={DIALECT_CHOICES}
        />
      ) : null}
      <OptionalChoiceField
        path={path}
        name="stream"
        label="How answers come"
        absentLabel="In pieces, unless the provider refuses that"
        choices={STREAM_CHOICES}
      />
      {provider === 'responses' ? (
        <CheckField
          path={[...path, 'options', 'background']}
          label="Have answers written in the background"
          hint="They go on while no worker is there to read them, and are stored at the provider for a while."
        />
      ) : null}
    </>
  );
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
