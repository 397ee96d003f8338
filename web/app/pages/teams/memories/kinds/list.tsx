import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { ListEditor } from '../../editor/fields/ListEditor.tsx';
import { TextField } from '../../editor/fields/TextField.tsx';
import { textOf, valueAt } from '../../editor/jsonValue.ts';
import type { MemoryView } from '../memoryView.ts';

export const list: MemoryView<'list'> = {
  make: () => ({ kind: 'list', name: null, contents: [] }),
  Facts: ({ memory }) =>
    memory.contents.length === 0 ? null : (
      <ul className="list-inside list-disc space-y-1">
        {memory.contents.map(({ content }, index) => (
          <li key={index} className="wrap-anywhere">
            {content}
          </li>
        ))}
      </ul>
    ),
  Fields,
};

function Fields({ path }: { path: TeamPath }) {
  const { t } = useTranslation('memories');
  return (
    <>
      <TextField path={[...path, 'name']} label={t('list.fields.name')} nullable />
      <ListEditor
        path={[...path, 'contents']}
        noun="content"
        titleOf={(content, index) =>
          textOf(valueAt(content, ['content'])).slice(0, 60) ||
          t('list.fields.contentAt', { number: index + 1 })
        }
        add={[{ label: t('list.fields.addContent'), entry: () => ({ content: '', mimeType: 'text/plain' }) }]}
      >
        {(content) => (
          <>
            <TextField path={[...content, 'content']} label={t('list.fields.content')} rows={3} />
            <TextField path={[...content, 'mimeType']} label={t('list.fields.mimeType')} mono />
          </>
        )}
      </ListEditor>
    </>
  );
}
