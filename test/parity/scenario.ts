import { z } from 'zod';

const runStep = z.object({
  op: z.literal('run'),
  /** Not checked: a refusal by the product is a result, too. */
  task: z.unknown(),
  user_inputs: z.array(z.string()).default([]),
  external_stop: z.object({ after_messages: z.number(), delay_ms: z.number() }).optional(),
});

const stepSchema = z.discriminatedUnion('op', [
  runStep,
  z.object({ op: z.literal('save_and_reload') }),
  z.object({ op: z.literal('reset') }),
]);

/** The fields of a scenario that the runner reads; the stand-in model reads the others. */
export const scenarioSchema = z.object({
  id: z.string(),
  title: z.string(),
  parity: z.boolean(),
  quirk: z.string().nullable(),
  team: z.unknown(),
  steps: z.array(stepSchema),
});

export type Scenario = z.infer<typeof scenarioSchema>;
export type RunStep = z.infer<typeof runStep>;

/** A scenario's team with its placeholders filled in and all its model clients using the stand-in. */
export function teamOf(
  scenario: Scenario,
  { placeholders, baseUrl }: { placeholders: Record<string, string>; baseUrl: string },
): unknown {
  return pointed(replaced(scenario.team, placeholders), baseUrl);
}

function replaced(value: unknown, placeholders: Record<string, string>): unknown {
  if (typeof value === 'string') {
    return Object.entries(placeholders).reduce((text, [name, by]) => text.replaceAll(name, by), value);
  }
  if (Array.isArray(value)) return value.map((each) => replaced(each, placeholders));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, replaced(field, placeholders)]),
  );
}

function pointed(value: unknown, baseUrl: string): unknown {
  if (Array.isArray(value)) return value.map((each) => pointed(each, baseUrl));
  if (!isRecord(value)) return value;
  const fields = Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, pointed(field, baseUrl)]),
  );
  const { provider, config } = fields;
  const isClient =
    typeof provider === 'string' && /ChatCompletionClient|chat_completion_client/.test(provider);
  if (!isClient || !isRecord(config)) return fields;
  return { ...fields, config: { ...config, base_url: baseUrl } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
