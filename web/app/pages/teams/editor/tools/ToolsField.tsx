import { useTranslation } from 'react-i18next';
import type { AgentTool } from '../../../../../../workflows/domain/team.ts';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { CheckField } from '../fields/CheckField.tsx';
import { LinesField } from '../fields/LinesField.tsx';
import { ListEditor } from '../fields/ListEditor.tsx';
import { TextField } from '../fields/TextField.tsx';
import { kindOf, textOf, valueAt } from '../jsonValue.ts';
import { newTool } from '../newParts.ts';
import { HttpToolFields } from './HttpToolFields.tsx';
import { McpHttpFields, McpStdioFields } from './McpFields.tsx';
import { ParticipantToolFields } from './ParticipantToolFields.tsx';

const KINDS = [
  'python',
  'http',
  'mcp_stdio',
  'mcp_http',
  'participant',
] as const satisfies AgentTool['kind'][];

/** What an agent's model may call. */
export function ToolsField({ path }: { path: TeamPath }) {
  const { t } = useTranslation(['tools', 'editor']);
  const kindName = (kind: string) => {
    const known = KINDS.find((each) => each === kind);
    return known === undefined ? kind : t(`${known}.name`);
  };
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
      add={KINDS.map((kind) => ({ label: t(`${kind}.add`), entry: () => newTool(kind) }))}
    >
      {(tool, value) => <ToolFields path={tool} kind={kindOf(value)} />}
    </ListEditor>
  );
}

function ToolFields({ path, kind }: { path: TeamPath; kind: string }) {
  const { t } = useTranslation(['tools', 'editor']);
  switch (kind) {
    case 'python':
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
    case 'http':
      return (
        <>
          <NameAndDescription path={path} />
          <HttpToolFields path={path} />
        </>
      );
    case 'mcp_stdio':
      return <McpStdioFields path={path} />;
    case 'mcp_http':
      return <McpHttpFields path={path} />;
    case 'participant':
      return (
        <>
          <NameAndDescription path={path} />
          <CheckField path={[...path, 'returnsLastOnly']} label={t('participant.fields.returnsLastOnly')} />
          <ParticipantToolFields path={path} />
        </>
      );
    default:
      return <p className="text-sm text-ink-muted">{t('editor:tool.unknownKind')}</p>;
  }
}

function NameAndDescription({ path }: { path: TeamPath }) {
  const { t } = useTranslation('editor');
  return (
    <>
      <TextField path={[...path, 'name']} label={t('tool.name')} mono />
      <TextField
        path={[...path, 'description']}
        label={t('tool.description')}
        hint={t('tool.descriptionHint')}
        rows={2}
      />
    </>
  );
}

function nameOf(tool: unknown): string {
  return (
    ['name', 'command', 'url'].map((key) => textOf(valueAt(tool, [key]))).find((name) => name !== '') ?? ''
  );
}
