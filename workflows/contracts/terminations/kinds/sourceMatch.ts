import { z } from 'zod';
import { object } from '../../teamSchema/fields.ts';
import { latch, names, type TerminationContract } from '../contract.ts';

export const sourceMatch: TerminationContract<'source_match'> = {
  condition: object({ kind: z.literal('source_match'), sources: names }),
  state: latch('source_match'),
  autogen: {
    component: 'SourceMatchTermination',
    read(fields) {
      if (fields.raw('sources') === undefined) fields.missing('sources');
      return { kind: 'source_match', sources: fields.texts('sources') ?? [] };
    },
    write: ({ sources }) => ({ sources }),
  },
};
