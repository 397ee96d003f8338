import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';
import { ListEditor } from '../editor/fields/ListEditor.tsx';
import { kindOf, textOf, valueAt } from '../editor/jsonValue.ts';
import { isMemoryKind, MEMORY_KINDS, viewOfMemory } from './registry.ts';

/** What an agent's model is given besides what it has seen. */
export function MemoriesField({ path }: { path: TeamPath }) {
  const { t } = useTranslation('memories');
  const titleOf = (memory: unknown) => {
    const kind = kindOf(memory);
    return textOf(valueAt(memory, ['name'])) || (isMemoryKind(kind) ? t(`${kind}.name`) : kind);
  };
  return (
    <ListEditor
      path={path}
      noun="memory"
      titleOf={titleOf}
      add={MEMORY_KINDS.map((kind) => ({
        label: t(`${kind}.add`),
        entry: () => viewOfMemory({ kind }).make(),
      }))}
    >
      {(memory, value) => <MemoryFields path={memory} kind={kindOf(value)} />}
    </ListEditor>
  );
}

function MemoryFields({ path, kind }: { path: TeamPath; kind: string }) {
  const { t } = useTranslation('memories');
  if (!isMemoryKind(kind)) return <p className="text-sm text-ink-muted">{t('unknownKind')}</p>;
  const { Fields } = viewOfMemory({ kind });
  return <Fields path={path} />;
}
