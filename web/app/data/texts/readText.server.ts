import { Prisma } from '../../../../prisma/generated/client.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { type TextAddress, textSource } from './textSource.server.ts';

/** A piece of a text. */
export interface TextPiece {
  text: string;
  /** How many characters (code points) stand before it. */
  offset: number;
  /** Where the next piece begins; null: this one goes to the end. */
  next: number | null;
  /** Bytes of the whole, in UTF-8. */
  wholeBytes: number;
}

/** `most` characters of a text from `offset` on, both in code points; null: the project has no such text. */
export async function readText(
  { projectId }: ProjectScope,
  address: TextAddress,
  { offset, most }: { offset: number; most: number },
): Promise<TextPiece | null> {
  const source = textSource(address);
  if (source === null) return null;
  const [row] = await services().database.$queryRaw<
    { piece: string | null; goesOn: boolean; bytes: number | null }[]
  >(
    Prisma.sql`
    SELECT substr(whole.text, ${offset + 1}::int, ${most}::int) AS piece,
           substr(whole.text, ${offset + most + 1}::int, 1) <> '' AS "goesOn", octet_length(whole.text) AS bytes
    FROM (SELECT ${source.text} AS text FROM ${source.table}
          WHERE id = ${address.id}::uuid AND project_id = ${projectId}::uuid) AS whole`,
  );
  if (row === undefined || row.piece === null || row.bytes === null) return null;
  return {
    text: row.piece,
    offset,
    next: row.goesOn ? offset + most : null,
    wholeBytes: row.bytes,
  };
}
