import { z } from 'zod';
import type { ToolPolicy } from '../../domain/team.ts';
import { choice, flag, integer, list, object, positiveNumber, text, texts, unknownKind } from './fields.ts';
import { httpUrl, jsonSchema } from './model.ts';

const DAY_SECONDS = 24 * 60 * 60;

/** Any text of one line: providers are sent what they take for a function's name (see domain/names/wireNames.ts). */
export const toolName = text(200, 1).regex(
  /^(?! )[^\p{C}\p{Zl}\p{Zp}]+(?<! )$/u,
  'The name of a tool is one line without spaces around it; rename it',
);

const timeoutSeconds = positiveNumber(DAY_SECONDS);

const overrides = z
  .record(
    text(200, 1),
    object({
      name: z.exactOptional(toolName),
      description: z.exactOptional(text(10_000)),
    }),
  )
  .refine((record) => Object.keys(record).length <= 200, 'Has more than 200 entries; remove some');

const python = object({
  kind: z.literal('python'),
  name: toolName,
  description: text(10_000),
  source: text(200_000, 1),
  imports: list(text(1_000, 1), 100),
});

const http = object({
  kind: z.literal('http'),
  name: toolName,
  description: text(10_000),
  method: choice(['GET', 'POST', 'PUT', 'DELETE', 'PATCH']),
  url: httpUrl,
  headers: texts(100, 10_000),
  parameters: jsonSchema,
  returns: choice(['text', 'json']),
  timeoutSeconds,
});

const mcpStdio = object({
  kind: z.literal('mcp_stdio'),
  command: text(1_000, 1),
  args: list(text(10_000), 200),
  env: texts(200, 10_000),
  timeoutSeconds,
  overrides,
});

const mcpHttp = object({
  kind: z.literal('mcp_http'),
  transport: choice(['streamable_http', 'sse']),
  url: httpUrl,
  headers: texts(100, 10_000),
  timeoutSeconds,
  overrides,
});

/** The schemas of the tool sources, to be joined with others in one union. */
export const toolSourceOptions = [python, http, mcpStdio, mcpHttp] as const;

export const toolPolicySchema: z.ZodType<ToolPolicy> = object({
  tool: text(200, 1),
  approval: z.discriminatedUnion(
    'kind',
    [
      object({ kind: z.literal('never') }),
      object({ kind: z.literal('always') }),
      object({ kind: z.literal('when'), expression: text(10_000, 1) }),
    ],
    { error: unknownKind(['never', 'always', 'when']) },
  ),
  timeoutSeconds: integer(1, DAY_SECONDS),
  maxResultBytes: integer(1, 10 * 1024 * 1024),
  idempotent: flag(),
});
