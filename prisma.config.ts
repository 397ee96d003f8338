import { defineConfig } from 'prisma/config';

// `prisma generate` and `prisma format` need no database, so an unset URL is no error here.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations', seed: 'node ops/seed.ts' },
  datasource: { url: process.env['DATABASE_URL'] ?? '' },
});
