import type { InitialMessage, ModelContextConfig } from '../../domain/modelContext/config.ts';
import type { MemoryConfig } from '../../domain/team.ts';
import { readContextOf } from '../modelContexts/registry.ts';
import { componentOf } from './component.ts';
import { fieldsOf } from './fields.ts';
import { from, type Place, type Report } from './report.ts';
import { noteDropped } from './secrets.ts';

/** Reads an agent's or a selector's model context; absent: unbounded, as in AutoGen. */
export function readContext(place: Place | undefined, report: Report): ModelContextConfig {
  const component = place === undefined ? null : componentOf(place, 'model context', report);
  if (component === null) return { kind: 'unbounded' };
  const { fields } = component;
  const initial = (fields.list('initial_messages') ?? []).flatMap((entry) => readInitial(entry, report));
  const context = {
    ...readContextOf(component.name, fields, report),
    ...(initial.length === 0 ? {} : { initial }),
  };
  noteDropped(report, fields, {
    tool_schema: 'an agent’s own tools are counted',
  });
  fields.end();
  return from(report, fields.place, context);
}

/** The messages of a model context, and what they hold besides content and type. */
const MESSAGES: Record<string, { source: boolean }> = {
  SystemMessage: { source: false },
  UserMessage: { source: true },
  AssistantMessage: { source: true },
  FunctionExecutionResultMessage: { source: false },
};

/** A message that a context begins with; what is no text is left out. */
function readInitial(place: Place, report: Report): InitialMessage[] {
  const fields = fieldsOf(place, report);
  const type = fields.choiceOr('type', Object.keys(MESSAGES), null);
  if (type === null) {
    if (fields.raw('type') === undefined) fields.missing('type');
    return [];
  }
  const source = MESSAGES[type]?.source === true ? fields.text('source') : null;
  const given = fields.raw('content');
  const content = Array.isArray(given?.value) ? null : fields.text('content');
  if (content !== null) {
    if (type === 'SystemMessage') return [{ role: 'system', content }];
    const role = type === 'UserMessage' ? 'user' : 'assistant';
    if (source !== null) return [{ role, source, content }];
  }
  report.notes.push({ path: place.path, message: 'Is left out: a context begins with texts alone' });
  return [];
}

/** Reads an agent's memories; those that are no list are left out. */
export function readMemories(places: readonly Place[], report: Report): MemoryConfig[] {
  return places.flatMap((place) => {
    const component = componentOf(place, 'memory', report);
    if (component === null) return [];
    if (component.name !== 'ListMemory') {
      report.notes.push({
        path: place.path,
        message: `${component.name} is left out: it needs its own store; use the project’s knowledge or an MCP server`,
      });
      return [];
    }
    const { fields } = component;
    const name = fields.textOr('name', null);
    const contents = (fields.list('memory_contents') ?? []).flatMap((entry) => readContent(entry, report));
    fields.end();
    return [from(report, fields.place, { kind: 'list' as const, name, contents })];
  });
}

function readContent(place: Place, report: Report): MemoryConfig['contents'] {
  const fields = fieldsOf(place, report);
  const content = fields.raw('content');
  const mimeType = fields.text('mime_type');
  noteDropped(report, fields, { metadata: 'no model is shown it' });
  fields.end();
  if (content === undefined) {
    fields.missing('content');
    return [];
  }
  const isText = typeof content.value === 'string';
  return [{ content: isText ? String(content.value) : JSON.stringify(content.value), mimeType }];
}
