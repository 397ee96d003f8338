import { z } from 'zod';
import { teamFinding } from '../findings/finding.ts';
import { object, text } from '../teamSchema/fields.ts';
import { toolName } from '../teamSchema/tools.ts';

/** Other names and descriptions for the tools of a server that speaks MCP, by their own name. */
export const mcpOverrides = z
  .record(
    text(200, 1),
    object({
      name: z.exactOptional(toolName),
      description: z.exactOptional(text(10_000)),
    }),
  )
  .refine((record) => Object.keys(record).length <= 200, teamFinding('tooManyEntries', { max: 200 }));
