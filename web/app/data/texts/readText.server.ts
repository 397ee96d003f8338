import { z } from 'zod';
import { queryRows, sql } from '../../../../platform/sql.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { type TextAddress, textSource } from './textSource.server.ts';

/** A piece of a text. */
export interface TextPiece {
  text: string;
  /** The number of characters (code points) before it. */
  offset: number;
  /** Where the next piece starts; null if this is the last. */
  next: number | null;
  /** The size of the whole text in UTF-8 bytes. */
  wholeBytes: number;
}

const pieceRow = z.object({
  piece: z.string().nullable(),
  goesOn: z.boolean().nullable(),
  bytes: z.int().nullable(),
});

/** `most` characters of a text from `offset` on, both in code points; null if the project has no such text. */
export async function readText(
  { projectId }: ProjectScope,
  address: TextAddress,
  { offset, most }: { offset: number; most: number },
): Promise<TextPiece | null> {
  const source = textSource(address);
  if (source === null) return null;
  const [row] = await queryRows(
    services().database,
    sql`
    SELECT substr(whole.text, ${offset + 1}::int, ${most}::int) AS piece,
           substr(whole.text, ${offset + most + 1}::int, 1) <> '' AS "goesOn", octet_length(whole.text) AS bytes
    FROM (SELECT ${source.text} AS text FROM ${source.table}
          WHERE id = ${address.id}::uuid AND project_id = ${projectId}::uuid) AS whole`,
    pieceRow,
  );
  if (row === undefined || row.piece === null || row.bytes === null) return null;
  return {
    text: row.piece,
    offset,
    next: row.goesOn === true ? offset + most : null,
    wholeBytes: row.bytes,
  };
}
