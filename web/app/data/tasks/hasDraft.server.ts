import { Prisma } from '../../../../prisma/generated/client.ts';
import { allTaskKinds, waitsWithMessage } from '../../../../workflows/domain/tasks/registry.ts';

/** Whether a message waits with the task of the alias `t`, and is what has to be read to decide it. */
export const HAS_DRAFT = Prisma.sql`t.kind IN (${Prisma.join(allTaskKinds.filter(waitsWithMessage))})`;
