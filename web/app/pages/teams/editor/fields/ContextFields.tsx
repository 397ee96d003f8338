import { useTranslation } from 'react-i18next';
import type { ModelContextConfig } from '../../../../../../workflows/domain/modelContext/config.ts';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useField } from '../DraftContext.tsx';
import { kindOf } from '../jsonValue.ts';
import { newContext } from '../newParts.ts';
import { KindField } from './KindField.tsx';
import { ModelClientFields } from './ModelClientFields.tsx';
import { NumberField } from './NumberField.tsx';
import { TextField } from './TextField.tsx';

const KINDS = [
  'unbounded',
  'buffered',
  'head_and_tail',
  'token_limited',
  'summarizing',
] as const satisfies ModelContextConfig['kind'][];

/** How much of what an agent has seen its model is shown. */
export function ContextFields({ path }: { path: TeamPath }) {
  const { t } = useTranslation(['contexts', 'editor']);
  const { value } = useField(path);
  return (
    <div className="space-y-4">
      <KindField
        path={path}
        label={t('editor:context')}
        kinds={KINDS}
        nameOf={(kind) => t(`${kind}.name`)}
        make={newContext}
        remembers
      />
      <OfKind kind={kindOf(value)} path={path} />
    </div>
  );
}

function OfKind({ kind, path }: { kind: string; path: TeamPath }) {
  const { t } = useTranslation('contexts');
  switch (kind) {
    case 'buffered':
      return <NumberField path={[...path, 'size']} label={t('buffered.fields.size')} />;
    case 'head_and_tail':
      return (
        <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-3">
          <NumberField path={[...path, 'head']} label={t('head_and_tail.fields.head')} />
          <NumberField path={[...path, 'tail']} label={t('head_and_tail.fields.tail')} />
        </div>
      );
    case 'token_limited':
      return (
        <NumberField
          path={[...path, 'limit']}
          label={t('token_limited.fields.limit')}
          placeholder={t('token_limited.fields.byWindow')}
        />
      );
    case 'summarizing':
      return (
        <div className="space-y-4">
          <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-3">
            <NumberField path={[...path, 'keep']} label={t('summarizing.fields.keep')} />
            <NumberField path={[...path, 'summarizeAfter']} label={t('summarizing.fields.summarizeAfter')} />
          </div>
          <ModelClientFields path={[...path, 'model']} label={t('summarizing.fields.model')} />
          <TextField
            path={[...path, 'prompt']}
            label={t('summarizing.fields.prompt')}
            placeholder={t('summarizing.fields.ownPrompt')}
            rows={3}
            nullable
          />
        </div>
      );
    default:
      return null;
  }
}
