import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { ChoiceField } from '../../editor/fields/ChoiceField.tsx';
import { DurationField } from '../../editor/fields/DurationField.tsx';
import { JsonField } from '../../editor/fields/JsonField.tsx';
import { PairsField } from '../../editor/fields/PairsField.tsx';
import { TextField } from '../../editor/fields/TextField.tsx';
import { NameAndDescription } from '../../editor/tools/NameAndDescription.tsx';
import type { ToolView } from '../toolView.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((value) => ({ value, label: value }));

export const http: ToolView<'http'> = {
  make: (t) => ({
    kind: 'http',
    name: 'look_up',
    description: t('editor:starts.http.description'),
    method: 'GET',
    url: 'https://api.example.com/items/{id}',
    headers: {},
    parameters: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
    returns: 'text',
    timeoutSeconds: 30,
  }),
  title: ({ name }) => name,
  Fields,
};

function Fields({ path }: { path: TeamPath }) {
  const { t } = useTranslation(['tools', 'editor']);
  const returns = (['text', 'json'] as const).map((value) => ({
    value,
    label: t(`http.fields.returnsKinds.${value}`),
  }));
  return (
    <>
      <NameAndDescription path={path} />
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
