import type { AgentParticipant, MessageFilter, Participant } from '../../../../domain/team.ts';
import type { Component } from '../../../autogen/component.ts';
import { FILTERED } from '../../../autogen/defaults.ts';
import { type Fields, fieldsOf } from '../../../autogen/fields.ts';
import type { Reader } from '../../../autogen/reader.ts';
import { from, type Report } from '../../../autogen/report.ts';
import { component, present, type WrittenComponent } from '../../../autogen/writer.ts';
import { autogenFinding } from '../../../findings/finding.ts';

export const MESSAGE_FILTER = 'autogen_agentchat.agents.MessageFilterAgent';

/** Reads a MessageFilterAgent: an agent that is shown some of the others' messages. */
export function readFiltered({ fields }: Component, reader: Reader): Participant | null {
  const name = fields.text('name');
  const wrapped = fields.raw('wrapped_agent');
  const filter = readFilter(fields, reader.report);
  if (wrapped === undefined) {
    fields.missing('wrapped_agent');
    return null;
  }
  const agent = reader.participant(wrapped);
  if (agent === null) return null;
  if (agent.kind !== 'agent') {
    reader.report.problems.push({
      path: wrapped.path,
      message: autogenFinding('filtered'),
      fix: autogenFinding('fixFiltered'),
    });
    return null;
  }
  if (agent.name !== name) {
    reader.report.notes.push({
      path: wrapped.path,
      message: autogenFinding('filterName', { name, other: agent.name }),
    });
  }
  const description = `${agent.description}${FILTERED}`;
  return from(reader.report, fields.place, { ...agent, name, description, filter });
}

function readFilter(fields: Fields, report: Report): MessageFilter {
  const filter = fields.object('filter');
  if (filter === null) {
    fields.missing('filter');
    return { perSource: [] };
  }
  const sources = filter.list('per_source');
  if (sources === null) filter.missing('per_source');
  filter.end();
  const perSource = (sources ?? []).map((place) => {
    const each = fieldsOf(place, report);
    const source = each.text('source');
    const position = each.choiceOr('position', ['first', 'last'], null);
    const count = each.integerOr('count', null);
    each.end();
    // AutoGen takes a count of 0 for none.
    return from(report, place, { source, position, count: count === 0 ? null : count });
  });
  return from(report, filter.place, { perSource });
}

/** An agent's component within its filter; `write` writes it as an agent without one. */
export function writeFiltered(
  agent: AgentParticipant,
  filter: MessageFilter,
  write: (agent: AgentParticipant) => WrittenComponent,
): WrittenComponent {
  const description = agent.description.endsWith(FILTERED)
    ? agent.description.slice(0, -FILTERED.length)
    : agent.description;
  return component(MESSAGE_FILTER, 'agent', {
    name: agent.name,
    wrapped_agent: write({ ...agent, description }),
    filter: { per_source: filter.perSource.map((each) => present(each)) },
  });
}
