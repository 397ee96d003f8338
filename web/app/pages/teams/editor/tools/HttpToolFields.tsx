import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { DurationField } from '../fields/DurationField.tsx';
import { JsonField } from '../fields/JsonField.tsx';
import { PairsField } from '../fields/PairsField.tsx';
import { TextField } from '../fields/TextField.tsx';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((value) => ({ value, label: value }));

/** A request as a tool. */
export function HttpToolFields({ path }: { path: TeamPath }) {
  const { t } = useTranslation(['tools', 'editor']);
  const returns = (['text', 'json'] as const).map((value) => ({
    value,
    label: t(`http.fields.returnsKinds.${value}`),
  }));
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-[8rem_minmax(0,1fr)]">
        <ChoiceField path={[...path, 'method']} label={t('http.fields.method')} choices={METHODS} />
        <TextField
          path={[...path, 'url']}
          label={t('http.fields.url')}
          hint={t('http.fields.urlHint')}
          mono
        />
      </div>
      <PairsField
        path={[...path, 'headers']}
        label={t('http.fields.headers')}
        hint={t('editor:tool.secretsHint')}
        separator=":"
      />
      <JsonField path={[...path, 'parameters']} label={t('http.fields.parameters')} rows={6} />
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-3">
        <ChoiceField path={[...path, 'returns']} label={t('http.fields.returns')} choices={returns} />
        <DurationField path={[...path, 'timeoutSeconds']} label={t('http.fields.timeoutSeconds')} />
      </div>
    </>
  );
}
