import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { JsonField } from '../fields/JsonField.tsx';
import { LinesField } from '../fields/LinesField.tsx';
import { DurationField } from '../fields/DurationField.tsx';
import { PairsField } from '../fields/PairsField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { SECRETS_HINT } from './secretsHint.ts';

const TRANSPORTS = [
  { value: 'streamable_http', label: 'Streamable HTTP' },
  { value: 'sse', label: 'Server-sent events (older servers)' },
];

/** An MCP server that the worker starts. */
export function McpStdioFields({ path }: { path: TeamPath }) {
  return (
    <>
      <TextField path={[...path, 'command']} label="Command" mono />
      <LinesField path={[...path, 'args']} label="Arguments" hint="One a line." mono />
      <PairsField
        path={[...path, 'env']}
        label="Environment"
        hint={`All that it gets besides PATH and HOME. ${SECRETS_HINT}`}
        separator="="
      />
      <Both path={path} />
    </>
  );
}

/** An MCP server at an address. */
export function McpHttpFields({ path }: { path: TeamPath }) {
  return (
    <>
      <ChoiceField path={[...path, 'transport']} label="Transport" choices={TRANSPORTS} />
      <TextField path={[...path, 'url']} label="Address" mono />
      <PairsField path={[...path, 'headers']} label="Headers" hint={SECRETS_HINT} separator=":" />
      <Both path={path} />
    </>
  );
}

function Both({ path }: { path: TeamPath }) {
  return (
    <>
      <DurationField path={[...path, 'timeoutSeconds']} label="Longest a call may take" />
      <JsonField
        path={[...path, 'overrides']}
        label="Other names and descriptions for its tools"
        hint='By the tool’s own name: {"read_file": {"name": "read", "description": "…"}}'
        rows={2}
      />
    </>
  );
}
