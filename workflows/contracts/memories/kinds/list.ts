import { z } from 'zod';
import type { Json } from '../../../domain/json.ts';
import type { MemoryContent } from '../../../domain/transcript/entry.ts';
import { fieldsOf } from '../../autogen/fields.ts';
import type { Place, Report } from '../../autogen/report.ts';
import { noteDropped } from '../../autogen/secrets.ts';
import { component, present } from '../../autogen/writer.ts';
import { autogenFinding } from '../../findings/finding.ts';
import { object, text } from '../../teamSchema/fields.ts';
import type { MemoryContract } from '../contract.ts';

const PROVIDER = 'autogen_core.memory.ListMemory';

export const list: MemoryContract<'list'> = {
  fields: {
    name: text(200).nullable(),
    contents: z.array(object({ content: text(100_000), mimeType: text(100, 1) })).max(1_000),
  },
  autogen: {
    provider: PROVIDER,
    read: (fields, report) => ({
      kind: 'list',
      name: fields.textOr('name', null),
      contents: (fields.list('memory_contents') ?? []).flatMap((entry) => readContent(entry, report)),
    }),
    write: ({ name, contents }) =>
      component(PROVIDER, 'memory', {
        name,
        memory_contents: contents.map(({ content, mimeType }) => ({
          content: mimeType === 'application/json' ? objectOr(content) : content,
          mime_type: mimeType,
        })),
      }),
  },
};

function readContent(place: Place, report: Report): MemoryContent[] {
  const fields = fieldsOf(place, report);
  const content = fields.raw('content');
  const mimeType = fields.text('mime_type');
  noteDropped(report, fields, { metadata: autogenFinding('whyContentMetadata') });
  fields.end();
  if (content === undefined) {
    fields.missing('content');
    return [];
  }
  const isText = typeof content.value === 'string';
  return [{ content: isText ? String(content.value) : JSON.stringify(content.value), mimeType }];
}

/** AutoGen holds JSON as an object. */
function objectOr(content: string): Json {
  try {
    const value = JSON.parse(content) as Json;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? present(value) : content;
  } catch {
    return content;
  }
}
