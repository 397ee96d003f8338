import { defineRailway, image, project, service, volume } from 'railway/iac';

// Colloquy on Railway: `railway config plan` shows what would change, `railway config apply` changes it. docs/deployment.md says
// how its code gets there (services without a source are deployed by the pipeline), and which shared variables to set first.

const MEGABYTE = 1024 * 1024;

/** What a service may use at most; the plan's first size, to be raised by what its metrics show. */
const limits = ({ vCpus, memoryMb }: { vCpus: number; memoryMb: number }) => ({
  limitOverride: { containers: { cpu: vCpus, memoryBytes: memoryMb * MEGABYTE } },
});

/** A shared variable of the environment, which an operator sets; an absent one is empty. */
const shared = (name: string) => `\${{shared.${name}}}`;

const DATABASE = 'postgres.railway.internal';
const databaseUrl = (name: string) =>
  `postgresql://colloquy:${shared('POSTGRES_PASSWORD')}@${DATABASE}:5432/${name}`;
const DATABASE_URL = databaseUrl('colloquy');

export default defineRailway((ctx) => {
  const production = ctx.isEnvironment('production');

  const data = volume('postgres-data', { sizeMB: 5_120 });
  // Not Railway's own image, which has no pgvector.
  const postgres = service('postgres', {
    source: image('pgvector/pgvector:pg17'),
    deploy: limits({ vCpus: 1, memoryMb: 1_024 }),
    volumeMounts: { '/var/lib/postgresql/data': data },
    env: {
      POSTGRES_USER: 'colloquy',
      POSTGRES_DB: 'colloquy',
      POSTGRES_PASSWORD: shared('POSTGRES_PASSWORD'),
      // A volume's own folder isn't empty.
      PGDATA: '/var/lib/postgresql/data/pgdata',
    },
  });

  // Without a domain: only this environment's services reach it. With Temporal Cloud, take it out and set TEMPORAL_ADDRESS,
  // TEMPORAL_NAMESPACE and TEMPORAL_API_KEY as shared variables.
  const temporal = service('temporal', {
    source: image('temporalio/auto-setup:1.29.1'),
    deploy: limits({ vCpus: 1, memoryMb: 1_024 }),
    env: {
      DB: 'postgres12',
      DB_PORT: '5432',
      POSTGRES_SEEDS: DATABASE,
      POSTGRES_USER: 'colloquy',
      POSTGRES_PWD: shared('POSTGRES_PASSWORD'),
      // On every address of the container, which has one of each family.
      BIND_ON_IP: '0.0.0.0',
      TEMPORAL_BROADCAST_ADDRESS: '127.0.0.1',
    },
  });

  const common = {
    HOST: '::',
    DATABASE_URL,
    TEMPORAL_ADDRESS: 'temporal.railway.internal:7233',
    SUPABASE_URL: shared('SUPABASE_URL'),
    SUPABASE_SERVICE_KEY: shared('SUPABASE_SERVICE_KEY'),
    OPENAI_API_KEY: shared('OPENAI_API_KEY'),
    APP_URL: shared('APP_URL'),
    SMTP_URL: shared('SMTP_URL'),
    MAIL_FROM: shared('MAIL_FROM'),
    SENTRY_DSN: shared('SENTRY_DSN'),
    OTEL_EXPORTER_OTLP_ENDPOINT: shared('OTEL_EXPORTER_OTLP_ENDPOINT'),
    OTEL_EXPORTER_OTLP_HEADERS: shared('OTEL_EXPORTER_OTLP_HEADERS'),
    // Conversations stay on their build, so that the earlier worker may go on beside the new one.
    ...(production && { WORKER_DEPLOYMENT: 'colloquy' }),
  };

  const web = service('web', {
    // Not by npm, which would not pass on the signal to stop.
    start: 'node --max-semi-space-size=16 --import ./web/instrument.server.mjs web/server.ts',
    // Deployed after the worker of its version: what begins from now on begins on that worker's build.
    preDeploy: production ? 'node ops/migrate.ts && node ops/release/current.ts' : 'node ops/migrate.ts',
    healthcheck: '/health',
    healthcheckTimeout: 120,
    replicas: 1,
    deploy: {
      ...limits({ vCpus: 0.5, memoryMb: 512 }),
      restartPolicyType: 'ALWAYS',
      // The earlier version still answers while the edge learns of the new one, then lets its requests end (8 s).
      overlapSeconds: 15,
      drainingSeconds: 20,
    },
    env: {
      ...common,
      PORT: '3000',
      SESSION_SECRET: shared('SESSION_SECRET'),
      CORS_ORIGINS: shared('CORS_ORIGINS'),
      FRONT_DOOR_KEY: shared('FRONT_DOOR_KEY'),
      // Railway's edge, from where alone the service is reached.
      TRUST_PROXY: '100.64.0.0/10, fd00::/8',
    },
  });

  // Two services, so that a release starts beside the one that runs: the pipeline deploys the one that is not in use.
  const worker = (colour: 'blue' | 'green') =>
    service(`worker-${colour}`, {
      start: 'node --max-semi-space-size=4 --max-old-space-size=384 worker/main.ts',
      // A container of its own with the new code. The gate comes first: a release that would break an open conversation
      // changes nothing.
      preDeploy: 'node ops/replayGate.ts && node ops/migrate.ts',
      healthcheck: '/health',
      healthcheckTimeout: 120,
      replicas: 1,
      deploy: {
        ...limits({ vCpus: 0.5, memoryMb: 512 }),
        restartPolicyType: 'ALWAYS',
        // Longer than the twenty seconds in which a worker lets what it has begun come to an end.
        drainingSeconds: 40,
      },
      env: { ...common, PORT: '3001', WORKER_HEALTH_PORT: '3001' },
    });

  const backup = service('backup', {
    start: 'npm run -s backup',
    deploy: {
      ...limits({ vCpus: 0.5, memoryMb: 512 }),
      restartPolicyType: 'NEVER',
      // UTC; not on the hour, when everybody's run.
      cronSchedule: '17 3 * * *',
    },
    env: {
      DATABASE_URL,
      KNOWLEDGE_DATABASE_URL: shared('KNOWLEDGE_DATABASE_URL'),
      TEMPORAL_DATABASE_URL: databaseUrl('temporal'),
      TEMPORAL_VISIBILITY_DATABASE_URL: databaseUrl('temporal_visibility'),
      BACKUP_TARGET: shared('BACKUP_TARGET'),
      BACKUP_RECIPIENTS: shared('BACKUP_RECIPIENTS'),
      BACKUP_S3_ENDPOINT: shared('BACKUP_S3_ENDPOINT'),
      AWS_REGION: shared('AWS_REGION'),
      AWS_ACCESS_KEY_ID: shared('AWS_ACCESS_KEY_ID'),
      AWS_SECRET_ACCESS_KEY: shared('AWS_SECRET_ACCESS_KEY'),
    },
  });

  // A pull request's preview has one worker, and nothing that is worth a backup.
  const workers = production ? [worker('blue'), worker('green')] : [worker('blue')];
  return project('colloquy', {
    resources: [data, postgres, temporal, web, ...workers, ...(production ? [backup] : [])],
  });
});
