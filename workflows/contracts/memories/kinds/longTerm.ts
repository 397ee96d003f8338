import { noteDropped } from '../../autogen/secrets.ts';
import { component } from '../../autogen/writer.ts';
import { autogenFinding } from '../../findings/finding.ts';
import { integer } from '../../teamSchema/fields.ts';
import type { MemoryContract } from '../contract.ts';

/** AutoGen's memory that is written as it goes; it needs a package and a store of its own. */
const PROVIDER = 'autogen_ext.memory.mem0.Mem0Memory';

/** More would not fit beside what is said. */
export const MOST_RECALLED = 50;

export const longTerm: MemoryContract<'long_term'> = {
  fields: { count: integer(1, MOST_RECALLED) },
  autogen: {
    provider: PROVIDER,
    read: (fields, report) => {
      const limit = fields.integerOr('limit', 10);
      // What it runs on there is nothing to us.
      fields.flagOr('is_cloud', true);
      noteDropped(report, fields, {
        user_id: autogenFinding('whyMemoryUser'),
        config: autogenFinding('whyMemoryStore'),
      });
      report.notes.push({ path: fields.place.path, message: autogenFinding('longTermImported') });
      return { kind: 'long_term', count: Math.min(Math.max(limit, 1), MOST_RECALLED) };
    },
    write: ({ count }, path, writer) => {
      writer.note(path, autogenFinding('longTermExported'));
      return component(PROVIDER, 'memory', { user_id: null, limit: count, is_cloud: false, config: null });
    },
  },
};
