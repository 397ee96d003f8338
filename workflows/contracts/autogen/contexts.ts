import type { InitialMessage, ModelContextConfig } from '../../domain/modelContext/config.ts';
import { autogenFinding } from '../findings/finding.ts';
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
    tool_schema: autogenFinding('whyToolSchema'),
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
  report.notes.push({ path: place.path, message: autogenFinding('contextContent') });
  return [];
}
