import type { AgentTool } from '../../../../../../workflows/domain/team.ts';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { TOOL_KINDS } from '../../../../views/teams/participantInWords.ts';
import { CheckField } from '../fields/CheckField.tsx';
import { LinesField } from '../fields/LinesField.tsx';
import { ListEditor } from '../fields/ListEditor.tsx';
import { TextField } from '../fields/TextField.tsx';
import { kindOf, textOf, valueAt } from '../jsonValue.ts';
import { newTool } from '../newParts.ts';
import { HttpToolFields } from './HttpToolFields.tsx';
import { McpHttpFields, McpStdioFields } from './McpFields.tsx';
import { ParticipantToolFields } from './ParticipantToolFields.tsx';

const ADD = {
  python: 'Add a Python function',
  http: 'Add an HTTP request',
  mcp_stdio: 'Add an MCP server (started by the worker)',
  mcp_http: 'Add an MCP server (at an address)',
  participant: 'Add an agent or a team as a tool',
} as const satisfies Record<AgentTool['kind'], string>;

const KINDS = Object.keys(ADD).filter(isToolKind);

/** What an agent's model may call. */
export function ToolsField({ path }: { path: TeamPath }) {
  return (
    <ListEditor
      path={path}
      noun="tool"
      titleOf={(tool, index) => (
        <>
          <span className="font-mono text-[0.8125rem]">{nameOf(tool) || `Tool ${String(index + 1)}`}</span>{' '}
          <span className="font-normal text-ink-muted">{labelOf(kindOf(tool))}</span>
        </>
      )}
      add={KINDS.map((kind) => ({ label: ADD[kind], entry: () => newTool(kind) }))}
    >
      {(tool, value) => <ToolFields path={tool} kind={kindOf(value)} />}
    </ListEditor>
  );
}

function ToolFields({ path, kind }: { path: TeamPath; kind: string }) {
  switch (kind) {
    case 'python':
      return (
        <>
          <NameAndDescription path={path} />
          <TextField
            path={[...path, 'source']}
            label="Python source"
            hint="The first def in it is the tool. It runs in a sandbox without files, environment or network."
            rows={6}
            mono
          />
          <LinesField
            path={[...path, 'imports']}
            label="Imports"
            hint="One a line, run before the source."
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
          <CheckField path={[...path, 'returnsLastOnly']} label="Only its last message is the result" />
          <ParticipantToolFields path={path} />
        </>
      );
    default:
      return <p className="text-sm text-ink-muted">This kind of tool is not known; see its JSON.</p>;
  }
}

function NameAndDescription({ path }: { path: TeamPath }) {
  return (
    <>
      <TextField path={[...path, 'name']} label="Name" mono />
      <TextField
        path={[...path, 'description']}
        label="Description"
        hint="What the model is told of it."
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

function labelOf(kind: string): string {
  return isToolKind(kind) ? TOOL_KINDS[kind] : kind;
}

function isToolKind(kind: string): kind is AgentTool['kind'] {
  return Object.hasOwn(ADD, kind);
}
