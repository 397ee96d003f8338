import { z } from 'zod';
import { autogenFinding } from '../../findings/finding.ts';
import { object } from '../../teamSchema/fields.ts';
import type { ToolContract } from '../contract.ts';

export const waitUntil: ToolContract<'wait_until'> = {
  schema: () => object({ kind: z.literal('wait_until') }),
  autogen: { missing: autogenFinding('noWaits') },
};
