import type { TerminationCondition } from '../../domain/terminations/condition.ts';
import { componentOf, type Component } from './component.ts';
import { from, type Place, type Report } from './report.ts';

/** Reads a termination condition; null: none that could run, which is then a problem of the report. */
export function readTermination(place: Place, report: Report): TerminationCondition | null {
  const component = componentOf(place, 'termination', report);
  if (component === null) return null;
  const condition = conditionOf(component, report);
  component.fields.end();
  return condition === null ? null : from(report, component.fields.place, condition);
}

function conditionOf({ name, fields, place }: Component, report: Report): TerminationCondition | null {
  switch (name) {
    case 'StopMessageTermination':
      return { kind: 'stop_message' };
    case 'MaxMessageTermination':
      fields.notNull('include_agent_event');
      return {
        kind: 'max_messages',
        maxMessages: fields.integer('max_messages'),
        includeAgentEvents: fields.flagOr('include_agent_event', false),
      };
    case 'TextMentionTermination':
      // AutoGen's own dump leaves the sources out; our export names them.
      return { kind: 'text_mention', text: fields.text('text'), sources: fields.texts('sources') };
    case 'TokenUsageTermination':
      return {
        kind: 'token_usage',
        maxTotal: fields.integerOr('max_total_token', null),
        maxPrompt: fields.integerOr('max_prompt_token', null),
        maxCompletion: fields.integerOr('max_completion_token', null),
      };
    case 'HandoffTermination':
      return { kind: 'handoff', target: fields.text('target') };
    case 'TimeoutTermination':
      return { kind: 'timeout', seconds: fields.number('timeout_seconds') };
    case 'ExternalTermination':
      return { kind: 'external' };
    case 'SourceMatchTermination':
      if (fields.raw('sources') === undefined) fields.missing('sources');
      return { kind: 'source_match', sources: fields.texts('sources') ?? [] };
    case 'TextMessageTermination':
      return { kind: 'text_message', source: fields.textOr('source', null) };
    case 'FunctionCallTermination':
      return { kind: 'function_call', functionName: fields.text('function_name') };
    case 'AndTerminationCondition':
    case 'OrTerminationCondition': {
      const places = fields.list('conditions');
      if (places === null) fields.missing('conditions');
      const conditions = (places ?? []).flatMap((each) => readTermination(each, report) ?? []);
      if (name === 'OrTerminationCondition' && places?.length === 0) {
        report.notes.push({
          path: place.path,
          message: 'An or without conditions never ends a run; it is left out',
        });
        return null;
      }
      return { kind: name === 'AndTerminationCondition' ? 'and' : 'or', conditions };
    }
    default:
      report.problems.push({
        path: place.path,
        message: `${name} is a Python function, which no file can carry`,
        fix: 'Leave it out here, and add an expression condition in its stead.',
      });
      return null;
  }
}
