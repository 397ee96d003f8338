import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { temporalFaults, temporalVariables } from './temporalVariables.ts';
import {
  databaseUrl,
  flag,
  httpUrl,
  isAddressOrRange,
  itemsOf,
  key,
  list,
  optional,
  port,
  sharedSecret,
  text,
  withDefault,
} from './variables.ts';

const privateNetwork = z
  .string()
  .trim()
  .transform((value) => (value === 'true' || value === 'false' ? value === 'true' : itemsOf(value)))
  .refine(
    (value) =>
      typeof value === 'boolean' ||
      value.every((each) => isAddressOrRange(each) || /^([^\s:/"']+|\[[\da-f:.]+\]):\d{1,5}$/i.test(each)),
    'must be true, false, or a list of host:port, addresses and CIDR ranges, such as localhost:11434,10.0.0.0/8',
  );

const pythonRunner = z.enum(['sandbox', 'machine']);
const packageList = list.refine(
  (packages) => packages.every((each) => /^[A-Za-z0-9][\w.-]*(\[[\w.-]+\])?==[\w.+!-]+$/.test(each)),
  { error: 'must be a list of packages in the form name==version, such as requests==2.32.3,httpx==0.28.1' },
);

const variableNames = list.refine((names) => names.every((each) => /^[A-Za-z_]\w*$/.test(each)), {
  error:
    'must be a list of names of secrets (each set as COLLOQUY_SECRET_NAME), such as GOOGLE_API_KEY,GOOGLE_CSE_ID',
});

/** Names that Express has for ranges of addresses. */
const NAMED_RANGES: ReadonlySet<string> = new Set(['loopback', 'linklocal', 'uniquelocal']);
const proxies = z
  .string()
  .trim()
  .refine(
    (value) => value.split(/[\s,]+/).every((each) => NAMED_RANGES.has(each) || isAddressOrRange(each)),
    'must be addresses or CIDR ranges of proxies, such as 10.0.0.0/8, or loopback, linklocal, uniquelocal',
  );

const host = z
  .string()
  .trim()
  .regex(
    /^[\w.:%-]+$/,
    'must be an address or a name to listen on, such as 0.0.0.0 or ::, without a scheme or a port',
  );

/** As Sentry's SDK reads it, which of another one says nothing, and reports nothing. */
const sentryDsn = httpUrl.refine((value) => {
  // Of what is no URL the first line of its refusal tells.
  if (!URL.canParse(value)) return true;
  const { username, pathname } = new URL(value);
  return /^\w+$/.test(username) && /\/\d+$/.test(pathname);
}, 'must be the DSN of a project at Sentry, as https://KEY@HOST/NUMBER');

const otlpHeaders = text.refine(
  (value) => itemsOf(value).every((each) => /^[\w!#$%&'*+.^`|~-]+\s*=[\x20-\x7e]*$/.test(each)),
  'must be name=value, several with commas between them',
);

const nameOfDeployment = z
  .string()
  .regex(/^[A-Za-z0-9][\w-]{0,99}$/, 'must be up to 100 letters, digits, "-" and "_"');
const nameOfBuild = z
  .string()
  .regex(/^[A-Za-z0-9][\w.+-]{0,99}$/, 'must be up to 100 letters, digits, ".", "+", "-" and "_"');

const origins = list.refine(
  (given) =>
    given.every(
      (each) => /^https?:\/\/[^*]+$/.test(each) && URL.canParse(each) && new URL(each).origin === each,
    ),
  {
    error:
      'must be a list of whole origins in small letters, without a path, a slash at the end or *, such as ' +
      'https://app.example.com,http://localhost:5173',
  },
);

/** An e-mail address, alone or behind a name. */
function isSender(text: string): boolean {
  const address = /<([^<>]*)>$/.exec(text)?.[1] ?? text;
  return z.email().safeParse(address).success && !/[\r\n]/.test(text);
}

const variablesSchema = z.object({
  NODE_ENV: withDefault(z.enum(['development', 'production', 'test']), 'production'),
  DATABASE_URL: databaseUrl,
  /** Where knowledge stands; not set: in DATABASE_URL. */
  KNOWLEDGE_DATABASE_URL: optional(databaseUrl),
  /** Knowledge is on Supabase, and is reached by its REST server; both or neither. */
  SUPABASE_URL: optional(httpUrl),
  SUPABASE_SERVICE_KEY: optional(key),
  ...temporalVariables,
  /** Temporal's own UI, where people may open a conversation's workflow. */
  TEMPORAL_UI_URL: optional(httpUrl),
  TASK_QUEUE: withDefault(text, 'colloquy'),
  /** Temporal's worker deployment that the workers belong to; not set: workers have no versions. */
  WORKER_DEPLOYMENT: optional(nameOfDeployment),
  /** The build of the workers in it; not set: made of the workflow code. */
  WORKER_BUILD: optional(nameOfBuild),
  OPENAI_API_KEY: optional(key),
  OPENAI_BASE_URL: withDefault(httpUrl, 'https://api.openai.com/v1'),
  /** For models that are spoken to by Anthropic's Messages API and name no address of their own. */
  ANTHROPIC_API_KEY: optional(key),
  ANTHROPIC_BASE_URL: withDefault(httpUrl, 'https://api.anthropic.com'),
  /** The model of agents that name none. */
  DEFAULT_MODEL: withDefault(text, 'gpt-4o-mini'),
  /** The model of collections that name none. */
  EMBEDDING_MODEL: withDefault(text, 'text-embedding-3-small'),
  /** Where embeddings are asked for, over OpenAI's protocol; not set: OPENAI_BASE_URL with its key. */
  EMBEDDING_BASE_URL: optional(httpUrl),
  EMBEDDING_API_KEY: optional(key),
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
  PYTHON_CACHE: withDefault(text, join(homedir(), '.cache/colloquy/python')),
  /** The command of uv, which installs them, or its path. */
  UV_COMMAND: withDefault(text, 'uv'),
  /** The server for mails, smtp:// or smtps:// with user and password; not set: mails stand in the outbox alone. */
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/, error: 'must be an smtp(s):// URL' })),
  /** Who mails are from: an address, or `Name <address>`; needed with SMTP_URL. */
  MAIL_FROM: optional(z.string().refine(isSender, 'must be an address, or Name <address>')),
  /** Shown on every page; set by whoever runs a demo model. `demo-model` is a line in the reader's language. */
  DEMO_BANNER: optional(z.string()),
  HOST: withDefault(host, '127.0.0.1'),
  PORT: withDefault(port, '3000'),
  APP_URL: optional(httpUrl),
  WORKER_HEALTH_PORT: withDefault(port, '3001'),
  /** The port of the web process's `/metrics`; not set: none. The worker has them on its health port. */
  METRICS_PORT: optional(port),
  /** What Prometheus shows as a bearer token; with it `/metrics` is also on the web process's own port. */
  METRICS_TOKEN: optional(sharedSecret.min(16, 'must have at least 16 characters')),
  SESSION_SECRET: optional(z.string().min(32, 'must have at least 32 characters')),
  OPEN_SIGN_UP: withDefault(flag, 'false'),
  /** Address or CIDR of the proxy whose forwarded headers are trusted; empty: none. */
  TRUST_PROXY: optional(proxies),
  /** What the front door (a CDN that passes requests on) shows with each request; not set: there is none. */
  FRONT_DOOR_KEY: optional(sharedSecret.min(32, 'must have at least 32 characters')),
  /** Origins whose pages may call the API from a browser, comma-separated. */
  CORS_ORIGINS: withDefault(origins, ''),
  /** The commit that this process was built from; /health says it. */
  COLLOQUY_COMMIT: optional(
    z.string().regex(/^[0-9a-f]{7,40}$/, 'must be the hash of a commit, of 7 to 40 characters'),
  ),
  /** Where spans are sent to, over OTLP (http/protobuf); not set: none are recorded. All other OTEL_ variables are OpenTelemetry's own. */
  OTEL_EXPORTER_OTLP_ENDPOINT: optional(httpUrl),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: optional(httpUrl),
  /** What goes along, such as a key: `name=value,…`. */
  OTEL_EXPORTER_OTLP_HEADERS: optional(otlpHeaders),
  OTEL_EXPORTER_OTLP_PROTOCOL: optional(z.literal('http/protobuf', { error: 'can only be http/protobuf' })),
  OTEL_SDK_DISABLED: withDefault(flag, 'false'),
  /** Whether prompts, answers, and what tools are given and give stand in spans. */
  OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: withDefault(flag, 'false'),
  SENTRY_DSN: optional(sentryDsn),
  SENTRY_TRACES_SAMPLE_RATE: withDefault(z.coerce.number().min(0).max(1), '0.2'),
  LOG_LEVEL: withDefault(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']), 'info'),
});

const environmentSchema = variablesSchema.superRefine((variables, context) => {
  if (variables.SMTP_URL !== undefined && variables.MAIL_FROM === undefined) {
    context.addIssue({ code: 'custom', path: ['MAIL_FROM'], message: 'must be set together with SMTP_URL' });
  }
  for (const { name, message } of temporalFaults(variables))
    context.addIssue({ code: 'custom', path: [name], message });
  if (variables.WORKER_BUILD !== undefined && variables.WORKER_DEPLOYMENT === undefined) {
    context.addIssue({
      code: 'custom',
      path: ['WORKER_DEPLOYMENT'],
      message: 'must be set together with WORKER_BUILD',
    });
  }
  const { SUPABASE_URL: url, SUPABASE_SERVICE_KEY: key } = variables;
  if ((url === undefined) === (key === undefined)) return;
  const [missing, given] =
    url === undefined ? ['SUPABASE_URL', 'SUPABASE_SERVICE_KEY'] : ['SUPABASE_SERVICE_KEY', 'SUPABASE_URL'];
  context.addIssue({ code: 'custom', path: [missing], message: `must be set together with ${given}` });
});

/** The names of all variables. */
export const environmentVariables = Object.keys(variablesSchema.shape);

export type Environment = z.infer<typeof environmentSchema>;

/** The environment cannot be used; the message lists every variable that is wrong, and no value. */
export class InvalidEnvironmentError extends Error {
  override readonly name = 'InvalidEnvironmentError';
}

/** Reads and checks the environment; every process does so once, at boot. Throws InvalidEnvironmentError. */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const parsed = environmentSchema.safeParse(variables);
  if (parsed.success) return parsed.data;
  throw refusal(faultsOf(parsed.error));
}

export type WebEnvironment = Environment & { SESSION_SECRET: string };

/** The same for the web process, which can't do without what signs its sessions. */
export function readWebEnvironment(variables: Record<string, string | undefined>): WebEnvironment {
  const parsed = environmentSchema.safeParse(variables);
  // Of those that are wrong elsewhere: whether it is there at all.
  const SESSION_SECRET = parsed.success ? parsed.data.SESSION_SECRET : variables['SESSION_SECRET']?.trim();
  if (parsed.success && SESSION_SECRET) return { ...parsed.data, SESSION_SECRET };
  const faults = parsed.success ? [] : faultsOf(parsed.error);
  throw refusal(SESSION_SECRET ? faults : [...faults, 'SESSION_SECRET: must be set for the web server']);
}

function faultsOf({ issues }: z.ZodError): string[] {
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

function refusal(faults: readonly string[]): InvalidEnvironmentError {
  return new InvalidEnvironmentError(
    `The environment is invalid:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
  );
}

/** Where Python tools run, for code that only displays it; an invalid value counts as the sandbox. */
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
