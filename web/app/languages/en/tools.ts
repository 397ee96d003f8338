import type { AgentTool } from '../../../../workflows/domain/team.ts';
import type { KindWords } from '../kindWords.ts';

/** Each kind of tool: its name, the button that adds one, and its fields in the editor. */
export const tools = {
  python: {
    name: 'Python function',
    add: 'Add a Python function',
    fields: {
      source: 'Python source',
      sourceHint:
        'The first def in it is the tool. It runs in a sandbox without files, environment or network.',
      imports: 'Imports',
      importsHint: 'One per line, run before the source.',
    },
  },
  http: {
    name: 'HTTP request',
    add: 'Add an HTTP request',
    fields: {
      method: 'Method',
      url: 'Address',
      urlHint: '{name} in it stands for an argument; the other arguments go into the query or the body.',
      headers: 'Headers',
      parameters: 'Arguments, as JSON Schema',
      returns: 'Its response is',
      returnsKinds: { text: 'Text', json: 'JSON' },
      timeoutSeconds: 'Longest it may take',
    },
  },
  mcp_stdio: {
    name: 'MCP server, started by the worker',
    add: 'Add an MCP server (started by the worker)',
    fields: {
      command: 'Command',
      args: 'Arguments',
      argsHint: 'One per line.',
      env: 'Environment',
      envHint: 'Everything it gets besides PATH and HOME. {{secrets}}',
    },
  },
  mcp_http: {
    name: 'MCP server at an address',
    add: 'Add an MCP server (at an address)',
    fields: {
      transport: 'Transport',
      transports: { streamable_http: 'Streamable HTTP', sse: 'Server-sent events (older servers)' },
      url: 'Address',
      headers: 'Headers',
      timeoutSeconds: 'Longest a call may take',
      overrides: 'Other names and descriptions for its tools',
      overridesHint: 'By the tool’s own name: {{example}}',
    },
  },
  participant: {
    name: 'Agent or team',
    add: 'Add an agent or a team as a tool',
    fields: {
      returnsLastOnly: 'Only its last message is the result',
      behind: 'Who is behind it',
      kind: 'What it is',
    },
  },
  wait_until: {
    name: 'Wait until a time',
    add: 'Let it wait for a time',
    fields: {
      hint: 'The agent may wait for a time or a duration, up to a year, and says why. The conversation sleeps meanwhile; people see what it waits for and can wake it.',
    },
  },
} as const satisfies KindWords<AgentTool['kind'], 'name' | 'add'>;
