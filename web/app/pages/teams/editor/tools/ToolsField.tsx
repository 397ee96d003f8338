import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { isToolKind, TOOL_KINDS, viewOfTool } from '../../tools/registry.ts';
import { ListEditor } from '../fields/ListEditor.tsx';
import { kindOf, textOf, valueAt } from '../jsonValue.ts';

/** The tools that an agent's model may call. */
export function ToolsField({ path }: { path: TeamPath }) {
  const { t, i18n } = useTranslation(['tools', 'editor']);
  const kindName = (kind: string) => (isToolKind(kind) ? t(`${kind}.name`) : kind);
  return (
    <ListEditor
      path={path}
      noun="tool"
      titleOf={(tool, index) => (
        <>
          <span className="font-mono text-[0.8125rem]">
            {nameOf(tool) || t('editor:tool.at', { number: index + 1 })}
          </span>{' '}
          <span className="font-normal text-ink-muted">{kindName(kindOf(tool))}</span>
        </>
      )}
      add={TOOL_KINDS.map((kind) => ({
        label: t(`${kind}.add`),
        entry: () => viewOfTool({ kind }).make(i18n.t),
      }))}
    >
      {(tool, value) => <ToolFields path={tool} kind={kindOf(value)} />}
    </ListEditor>
  );
}

function ToolFields({ path, kind }: { path: TeamPath; kind: string }) {
  const { t } = useTranslation('editor');
  if (!isToolKind(kind)) return <p className="text-sm text-ink-muted">{t('tool.unknownKind')}</p>;
  const { Fields } = viewOfTool({ kind });
  return <Fields path={path} />;
}

/** A tool's name; the editor's content may still be invalid. */
function nameOf(tool: unknown): string {
  return (
    ['name', 'command', 'url'].map((key) => textOf(valueAt(tool, [key]))).find((name) => name !== '') ?? ''
  );
}
