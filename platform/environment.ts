import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/** Empty strings in the environment mean "not set", as compose files produce them. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const withDefault = <T extends z.ZodType>(schema: T, fallback: string) =>
  z.preprocess((value) => (value === undefined || value === '' ? fallback : value), schema);

const port = z.coerce.number().int().min(0).max(65_535);
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

const list = z.string().transform((value) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);
const privateNetwork = z
  .string()
  .transform((value) => (value === 'true' || value === 'false' ? value === 'true' : list.parse(value)));

const pythonRunner = z.enum(['sandbox', 'machine']);
const packageList = list.refine(
  (packages) => packages.every((each) => /^[A-Za-z0-9][\w.-]*(\[[\w.-]+\])?==[\w.+!-]+$/.test(each)),
  { error: 'must be a list of packages, each as name==version: requests==2.32.3,httpx==0.28.1' },
);

const variableNames = list.refine((names) => names.every((each) => /^[A-Za-z_]\w*$/.test(each)), {
  error: 'must be a list of names, each for a secret COLLOQUY_SECRET_NAME: GOOGLE_API_KEY,GOOGLE_CSE_ID',
});

const environmentSchema = z.object({
  NODE_ENV: withDefault(z.enum(['development', 'production', 'test']), 'production'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// URL' }),
  TEMPORAL_ADDRESS: withDefault(z.string(), '127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: withDefault(z.string(), 'default'),
  /** Temporal's own UI, where people may open a conversation's workflow. */
  TEMPORAL_UI_URL: optional(z.url({ protocol: /^https?$/, error: 'must be an http(s):// URL' })),
  TASK_QUEUE: withDefault(z.string(), 'colloquy'),
  OPENAI_API_KEY: optional(z.string()),
  OPENAI_BASE_URL: withDefault(z.url(), 'https://api.openai.com/v1'),
  /** For models that are spoken to by Anthropic's Messages API and name no address of their own. */
  ANTHROPIC_API_KEY: optional(z.string()),
  ANTHROPIC_BASE_URL: withDefault(z.url(), 'https://api.anthropic.com'),
  /** The model of agents that name none. */
  DEFAULT_MODEL: withDefault(z.string(), 'gpt-4o-mini'),
  /**
   * Whether teams' tools and models may reach loopback and private addresses: "true", "false", or a comma-separated list
   * of host:port and CIDR ranges.
   */
  ALLOW_PRIVATE_NETWORK: withDefault(privateNetwork, 'false'),
  /** Commands that MCP servers may be started with, comma-separated; "*": any. */
  MCP_STDIO_COMMANDS: withDefault(list, ''),
  /** Where teams' Python tools run: in the sandbox, or by the machine's own Python. */
  PYTHON_RUNNER: withDefault(pythonRunner, 'sandbox'),
  /** Packages that Python tools may import, comma-separated, each as name==version. */
  PYTHON_PACKAGES: withDefault(packageList, ''),
  /** Secrets that Python tools find in their environment, comma-separated: NAME for COLLOQUY_SECRET_NAME. */
  PYTHON_SECRETS: withDefault(variableNames, ''),
  /** Where Python packages are kept. */
  PYTHON_CACHE: withDefault(z.string(), join(homedir(), '.cache/colloquy/python')),
  /** The command of uv, which installs them, or its path. */
  UV_COMMAND: withDefault(z.string(), 'uv'),
  /** Shown on every page; set by whoever brings up a demo model. `demo-model` is a line in the reader's language. */
  DEMO_BANNER: optional(z.string()),
  HOST: withDefault(z.string(), '127.0.0.1'),
  PORT: withDefault(port, '3000'),
  APP_URL: optional(z.url()),
  WORKER_HEALTH_PORT: withDefault(port, '3001'),
  SESSION_SECRET: optional(z.string().min(32, 'must have at least 32 characters')),
  OPEN_SIGN_UP: withDefault(flag, 'false'),
  /** Address or CIDR of the proxy whose forwarded headers are believed; empty: none is. */
  TRUST_PROXY: optional(z.string()),
  SENTRY_DSN: optional(z.url()),
  SENTRY_TRACES_SAMPLE_RATE: withDefault(z.coerce.number().min(0).max(1), '0.2'),
  LOG_LEVEL: withDefault(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']), 'info'),
});

export type Environment = z.infer<typeof environmentSchema>;

/** The environment cannot be used; the message lists every variable that is wrong, and no value. */
export class InvalidEnvironmentError extends Error {
  override readonly name = 'InvalidEnvironmentError';
}

/** Reads and checks the environment; every process does so once, at boot. Throws InvalidEnvironmentError. */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const parsed = environmentSchema.safeParse(variables);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new InvalidEnvironmentError(`The environment is not usable:\n${lines.join('\n')}`);
}

/** Where Python tools run, for whoever only tells of it; what can't be read is the sandbox. */
export function readPythonPlace(variables: Record<string, string | undefined>): {
  runner: 'sandbox' | 'machine';
  packages: string[];
} {
  const { PYTHON_RUNNER, PYTHON_PACKAGES } = variables;
  return {
    runner: withDefault(pythonRunner, 'sandbox').safeParse(PYTHON_RUNNER).data ?? 'sandbox',
    packages: withDefault(packageList, '').safeParse(PYTHON_PACKAGES).data ?? [],
  };
}

/** The value of a secret that teams may name: the variable `COLLOQUY_SECRET_<NAME>`. */
export function readSecret(variables: Record<string, string | undefined>, name: string): string | undefined {
  const value = variables[`COLLOQUY_SECRET_${name}`];
  return value === '' ? undefined : value;
}
