import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { LinesField } from '../../editor/fields/LinesField.tsx';
import { TextField } from '../../editor/fields/TextField.tsx';
import { NameAndDescription } from '../../editor/tools/NameAndDescription.tsx';
import type { ToolView } from '../toolView.ts';

export const python: ToolView<'python'> = {
  make: (t) => ({
    kind: 'python',
    name: 'add',
    description: t('editor:starts.python.description'),
    source: 'def add(a: float, b: float) -> float:\n    return a + b\n',
    imports: [],
  }),
  title: ({ name }) => name,
  code: ({ imports, source }) => [...imports, source].join('\n'),
  Fields,
};

function Fields({ path }: { path: TeamPath }) {
  const { t } = useTranslation('tools');
  return (
    <>
      <NameAndDescription path={path} />
      <TextField
        path={[...path, 'source']}
        label={t('python.fields.source')}
        hint={t('python.fields.sourceHint')}
        rows={6}
        mono
      />
      <LinesField
        path={[...path, 'imports']}
        label={t('python.fields.imports')}
        hint={t('python.fields.importsHint')}
        mono
      />
    </>
  );
}
