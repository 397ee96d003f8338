import { z } from 'zod';
import { autogenFinding } from '../../findings/finding.ts';
import { object, text } from '../../teamSchema/fields.ts';
import { latch, names, type TerminationContract } from '../contract.ts';

export const textMention: TerminationContract<'text_mention'> = {
  condition: object({ kind: z.literal('text_mention'), text: text(1_000, 1), sources: names.nullable() }),
  state: latch('text_mention'),
  autogen: {
    component: 'TextMentionTermination',
    // AutoGen's own dump leaves the sources out; our export names them.
    read: (fields) => ({ kind: 'text_mention', text: fields.text('text'), sources: fields.texts('sources') }),
    write: ({ text: mentioned, sources }) => ({ text: mentioned, sources }),
    notes: ({ sources }) =>
      sources === null
        ? []
        : [
            {
              field: 'sources',
              message: autogenFinding('textSources'),
            },
          ],
  },
};
