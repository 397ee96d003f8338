import { describe, expect, it } from '@jest/globals';
import {
  environmentVariables,
  InvalidEnvironmentError,
  readEnvironment,
  readSecret,
  readWebEnvironment,
} from './environment.ts';

const DATABASE_URL = 'postgresql://colloquy:hunter2@db/colloquy';

function refusalOf(variables: Record<string, string>): string {
  try {
    readEnvironment(variables);
  } catch (error) {
    if (error instanceof InvalidEnvironmentError) return error.message;
    throw error;
  }
  return 'It was taken';
}

describe('the environment', () => {
  it('needs a database, and nothing else', () => {
    expect(readEnvironment({ DATABASE_URL })).toEqual({
      NODE_ENV: 'production',
      DATABASE_URL,
      ALLOW_PRIVATE_NETWORK: false,
      MCP_STDIO_COMMANDS: [],
      PYTHON_RUNNER: 'sandbox',
      PYTHON_PACKAGES: [],
      PYTHON_SECRETS: [],
      PYTHON_CACHE: expect.stringMatching(/colloquy.python$/),
      UV_COMMAND: 'uv',
      TEMPORAL_ADDRESS: '127.0.0.1:7233',
      TEMPORAL_NAMESPACE: 'default',
      TASK_QUEUE: 'colloquy',
      OPENAI_BASE_URL: 'https://api.openai.com/v1',
      ANTHROPIC_BASE_URL: 'https://api.anthropic.com',
      DEFAULT_MODEL: 'gpt-4o-mini',
      EMBEDDING_MODEL: 'text-embedding-3-small',
      HOST: '127.0.0.1',
      PORT: 3000,
      WORKER_HEALTH_PORT: 3001,
      OPEN_SIGN_UP: false,
      CORS_ORIGINS: [],
      OTEL_SDK_DISABLED: false,
      OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: false,
      SENTRY_TRACES_SAMPLE_RATE: 0.2,
      LOG_LEVEL: 'info',
    });
  });

  it('takes an empty value for one that is not set, as compose files produce it', () => {
    const empty = {
      PORT: '',
      OPENAI_API_KEY: '',
      OPENAI_BASE_URL: '',
      SENTRY_DSN: '',
      SESSION_SECRET: '',
      OPEN_SIGN_UP: '',
    };
    expect(readEnvironment({ DATABASE_URL, ...empty })).toEqual(readEnvironment({ DATABASE_URL }));
  });

  it('takes the address of Supabase and its key together, or neither', () => {
    const given = { SUPABASE_URL: 'https://x.supabase.co', SUPABASE_SERVICE_KEY: 'hunter2' };
    expect(readEnvironment({ DATABASE_URL, ...given })).toMatchObject(given);
    expect(refusalOf({ DATABASE_URL, SUPABASE_URL: given.SUPABASE_URL })).toContain(
      'SUPABASE_SERVICE_KEY: must be set together with SUPABASE_URL',
    );
    const keyAlone = refusalOf({ DATABASE_URL, SUPABASE_SERVICE_KEY: 'hunter2' });
    expect(keyAlone).toContain('SUPABASE_URL: must be set together with SUPABASE_SERVICE_KEY');
    expect(keyAlone).not.toContain('hunter2');
  });

  it('reads numbers and flags', () => {
    const given = { PORT: '0', SENTRY_TRACES_SAMPLE_RATE: '1', OPEN_SIGN_UP: 'true' };
    expect(readEnvironment({ DATABASE_URL, ...given })).toMatchObject({
      PORT: 0,
      SENTRY_TRACES_SAMPLE_RATE: 1,
      OPEN_SIGN_UP: true,
    });
  });

  it.each([
    ['DATABASE_URL', ''],
    ['DATABASE_URL', 'mysql://x/y'],
    ['DATABASE_URL', 'not a url'],
    ['NODE_ENV', 'staging'],
    ['OPENAI_BASE_URL', 'example'],
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '1.5'],
    ['APP_URL', 'example'],
    ['MAIL_FROM', 'Colloquy'],
    ['MAIL_FROM', 'Colloquy <a@b.test>\r\nBcc: c@d.test'],
    ['WORKER_HEALTH_PORT', 'x'],
    ['WORKER_DEPLOYMENT', 'a.b'],
    ['WORKER_DEPLOYMENT', "it's"],
    ['SESSION_SECRET', 'too-short-a-secret'],
    ['OPEN_SIGN_UP', 'yes'],
    ['FRONT_DOOR_KEY', 'too short'],
    ['CORS_ORIGINS', '*'],
    ['CORS_ORIGINS', 'https://app.example.com/'],
    ['CORS_ORIGINS', 'https://app.example.com,app.example.com'],
    ['COLLOQUY_COMMIT', 'main'],
    ['SENTRY_DSN', 'nowhere'],
    ['SENTRY_TRACES_SAMPLE_RATE', '2'],
    ['LOG_LEVEL', 'loud'],
  ])('is refused with %s=%s, by one line with the variable’s name', (name, value) => {
    const lines = refusalOf({ DATABASE_URL, [name]: value }).split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe('The environment is invalid:');
    expect(lines[1]).toMatch(new RegExp(`^  ${name}: .{5,}`));
  });

  it.each<[string, readonly string[]]>([
    ['DATABASE_URL', ['postgresql://u:p#w@db/c', 'postgresql://db/c?sslrootcert=/nowhere/ca.pem']],
    ['KNOWLEDGE_DATABASE_URL', ['https://db.supabase.co', '//db/c']],
    ['TEMPORAL_ADDRESS', ['http://temporal:7233', 'temporal:7233/default', 'temporal:port', 'a b']],
    ['OPENAI_BASE_URL', ['localhost:8080/v1', 'ftp://models.test']],
    ['ANTHROPIC_BASE_URL', ['localhost:8080']],
    ['OPENAI_API_KEY', ['sk-hunter2\n', 'sk hunter2', 'sk-ключ']],
    ['ANTHROPIC_API_KEY', ['\thunter2']],
    ['SUPABASE_SERVICE_KEY', ['hunter2\r\n']],
    ['METRICS_TOKEN', ['hunter2 hunter2 hunter2\n']],
    ['FRONT_DOOR_KEY', ['hunter2 hunter2 hunter2 hunter2 hunter2 ']],
    ['ALLOW_PRIVATE_NETWORK', ['yes', 'TRUE', 'localhost', '10.0.0.0/33', 'http://localhost:11434']],
    ['HOST', ['http://0.0.0.0', '[::]', '0.0.0.0, ::']],
    ['PORT', ['0x50', '1e3', '3000,3001']],
    ['APP_URL', ['colloquy.example.com:443', 'ftp://colloquy.example.com']],
    ['TRUST_PROXY', ['true', '1', '10.0.0.0/33', 'proxy.example.com', '10.0.0.1:8080']],
    [
      'CORS_ORIGINS',
      [
        'https://*.example.com',
        'https://App.example.com',
        'null',
        'ftp://app.example.com',
        'https://app.example.com:443',
      ],
    ],
    [
      'SENTRY_DSN',
      [
        'https://sentry.example.com/1',
        'https://key@sentry.example.com',
        'https://key@sentry.example.com/project',
      ],
    ],
    ['OTEL_EXPORTER_OTLP_HEADERS', ['hunter2', 'authorization: Bearer hunter2', 'a=b,c\nd=e']],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', ['collector:4318', 'grpc://collector:4317']],
  ])('is refused where %s would be taken for something else later: %j', (name, values) => {
    for (const value of values) {
      const message = refusalOf({
        DATABASE_URL,
        SUPABASE_URL: 'https://x.test',
        SUPABASE_SERVICE_KEY: 'k',
        [name]: value,
      });
      expect([value, message]).toEqual([value, expect.stringContaining(`\n  ${name}: `)]);
      expect(message).not.toContain('hunter2');
    }
  });

  /** Values in which quotes, or space at the end, may be meant. */
  const MAY_HOLD_QUOTES = new Set(['DEMO_BANNER', 'SESSION_SECRET']);
  const VALUES: Record<string, string> = {
    NODE_ENV: 'test',
    DATABASE_URL,
    KNOWLEDGE_DATABASE_URL: DATABASE_URL,
    TEMPORAL_TLS: 'true',
    ALLOW_PRIVATE_NETWORK: 'true',
    PYTHON_RUNNER: 'machine',
    PYTHON_PACKAGES: 'requests==2.32.3',
    PYTHON_SECRETS: 'A',
    MAIL_FROM: 'a@b.test',
    SMTP_URL: 'smtp://mail.test',
    HOST: '::',
    TRUST_PROXY: 'loopback, 10.0.0.0/8 fd00::/8',
    CORS_ORIGINS: 'https://app.example.com',
    COLLOQUY_COMMIT: 'abcdef1',
    OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer abc==,x=',
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
    OTEL_SDK_DISABLED: 'true',
    OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: 'true',
    OPEN_SIGN_UP: 'true',
    SENTRY_DSN: 'https://key@sentry.example.com/7',
    SENTRY_TRACES_SAMPLE_RATE: '1',
    LOG_LEVEL: 'warn',
  };
  const valueOf = (name: string) =>
    VALUES[name] ??
    (/_PORT$|^PORT$/.test(name) ? '81' : /_(URL|ENDPOINT)$/.test(name) ? 'https://x.test' : 'x'.repeat(40));
  /** What some variables need beside them. */
  const BESIDE = {
    DATABASE_URL,
    SUPABASE_URL: 'https://x.test',
    SUPABASE_SERVICE_KEY: 'k',
    MAIL_FROM: 'a@b.test',
    WORKER_DEPLOYMENT: 'colloquy',
  };
  // Those of certificates are read by temporalServer.ts.
  const names = environmentVariables.filter((name) => !/_TLS_.*_(DATA|PATH)$/.test(name));

  it.each(names)('takes %s, and refuses it in quotes, by its name', (name) => {
    const value = valueOf(name);
    const read = (given: string) => readEnvironment({ ...BESIDE, [name]: given });
    expect(read(value)).toHaveProperty(name);
    if (MAY_HOLD_QUOTES.has(name)) return;
    for (const quote of ['"', "'"])
      expect(refusalOf({ ...BESIDE, [name]: `${quote}${value}${quote}` })).toContain(`\n  ${name}: `);
  });

  it.each(names)('reads %s with a line break at its end as without, or refuses it by its name', (name) => {
    const value = valueOf(name);
    const read = (given: string) => readEnvironment({ ...BESIDE, [name]: given });
    const refusal = refusalOf({ ...BESIDE, [name]: `${value}\n` });
    if (refusal !== 'It was taken') expect(refusal).toContain(`\n  ${name}: `);
    else if (!MAY_HOLD_QUOTES.has(name)) expect(read(`${value}\n`)).toEqual(read(value));
  });

  it.each(names.filter((name) => !(name in BESIDE)))(
    'takes nothing but space in %s for one that is not set',
    (name) => {
      expect(readEnvironment({ ...BESIDE, [name]: ' \n' })).toEqual(readEnvironment(BESIDE));
    },
  );

  it('takes the build of a deployment, and none without one', () => {
    const given = { WORKER_DEPLOYMENT: 'colloquy', WORKER_BUILD: '1.2.0-rc.1+5' };
    expect(readEnvironment({ DATABASE_URL, ...given })).toMatchObject(given);
    expect(refusalOf({ DATABASE_URL, WORKER_BUILD: '1' })).toContain(
      'WORKER_DEPLOYMENT: must be set together with WORKER_BUILD',
    );
    expect(refusalOf({ DATABASE_URL, ...given, WORKER_BUILD: "1' OR '1" })).toContain(
      'WORKER_BUILD: must be',
    );
  });

  it('takes a mail server with who mails are from', () => {
    const mail = { SMTP_URL: 'smtp://u:p@mail.test:587', MAIL_FROM: 'Colloquy <colloquy@mail.test>' };
    expect(readEnvironment({ DATABASE_URL, ...mail })).toMatchObject(mail);
    expect(refusalOf({ DATABASE_URL, ...mail, MAIL_FROM: '' })).toContain('MAIL_FROM: must be set together');
    expect(refusalOf({ DATABASE_URL, ...mail, SMTP_URL: 'https://mail.test' })).toContain('SMTP_URL');
  });

  it('is told everything that is wrong at once, with no value of any variable', () => {
    const message = refusalOf({
      DATABASE_URL: 'mysql://root:hunter2@db/x',
      SESSION_SECRET: 'hunter3',
      SENTRY_DSN: 'hunter4',
      PORT: 'hunter5',
      LOG_LEVEL: 'hunter6',
      OPEN_SIGN_UP: 'hunter7',
    });
    expect(
      message
        .split('\n')
        .slice(1)
        .map((line) => line.trim().split(':')[0]),
    ).toEqual(['DATABASE_URL', 'PORT', 'SESSION_SECRET', 'OPEN_SIGN_UP', 'SENTRY_DSN', 'LOG_LEVEL']);
    expect(message).not.toContain('hunter');
  });

  it('needs what signs sessions for the web process, and is told so beside all else', () => {
    const SESSION_SECRET = 's'.repeat(32);
    expect(readWebEnvironment({ DATABASE_URL, SESSION_SECRET })).toMatchObject({ SESSION_SECRET });
    for (const missing of [{}, { SESSION_SECRET: '' }, { SESSION_SECRET: ' '.repeat(40) }])
      expect(() => readWebEnvironment({ DATABASE_URL, ...missing })).toThrow('SESSION_SECRET: must be set');
    for (const missing of [{ PORT: 'none' }, { PORT: 'none', SESSION_SECRET: '' }]) {
      expect(() => readWebEnvironment({ DATABASE_URL, ...missing })).toThrow(
        /^The environment is invalid:\n {2}PORT: .*\n {2}SESSION_SECRET: must be set for the web server$/,
      );
    }
  });
});

describe('what teams may reach', () => {
  it('is said as yes, no, or a list of addresses', () => {
    const read = (ALLOW_PRIVATE_NETWORK: string) =>
      readEnvironment({ DATABASE_URL, ALLOW_PRIVATE_NETWORK }).ALLOW_PRIVATE_NETWORK;
    expect(read('true')).toBe(true);
    expect(read('')).toBe(false);
    expect(read('localhost:11434, 10.0.0.0/8')).toEqual(['localhost:11434', '10.0.0.0/8']);
  });

  it('has secrets by their own variables, and no others', () => {
    const variables = { COLLOQUY_SECRET_SEARCH: 'x', SEARCH: 'y', COLLOQUY_SECRET_EMPTY: '' };
    expect(readSecret(variables, 'SEARCH')).toBe('x');
    expect(readSecret(variables, 'EMPTY')).toBeUndefined();
    expect(readSecret(variables, 'OTHER')).toBeUndefined();
  });
});
