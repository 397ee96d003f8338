import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import type { Pool } from 'pg';

/** The schema engine's queries for constraints and foreign keys return this type ("char"). */
const CHAR_COLUMNS = new Set(['constraint_type', 'confdeltype', 'confupdtype']);

/**
 * The `pg` adapter as the schema engine needs it. It works around two faults of adapter-pg 7.10, both of which were
 * observed.
 */
export function createMigrationAdapter(pool: Pool): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => adapt(await factory.connect()),
    connectToShadowDb: async () => adapt(await factory.connectToShadowDb()),
  };
}

function adapt(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const queryRaw = adapter.queryRaw.bind(adapter);
  return Object.assign(adapter, {
    // The adapter itself splits scripts at every semicolon, even inside a comment or a function's body. Sent as a
    // whole, PostgreSQL runs a script as one transaction, as it does for `prisma migrate deploy`: a failure leaves
    // nothing behind.
    async executeScript(sql: string): Promise<void> {
      await adapter.executeRaw({ sql, args: [], argTypes: [] });
    },
    // The adapter refuses PostgreSQL's internal type "char". It passes as text, and is returned to the engine as the
    // character that it expects.
    async queryRaw(query: Parameters<typeof queryRaw>[0]): ReturnType<typeof queryRaw> {
      const sql = query.sql
        .replace('constr.contype AS', 'constr.contype::text AS')
        .replace(/\bcon\.(confdeltype|confupdtype),/g, 'con.$1::text AS $1,');
      const result = await queryRaw({ ...query, sql });
      const columnTypes = result.columnTypes.map((type, index) =>
        CHAR_COLUMNS.has(result.columnNames[index] ?? '') ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    },
  });
}
