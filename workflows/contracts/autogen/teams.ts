import type { Participant } from '../../domain/team.ts';
import { autogenTeam } from '../patterns/registry.ts';
import { type Component, componentOf, kindOfComponent } from './component.ts';
import { readContext } from './contexts.ts';
import { fieldsOf } from './fields.ts';
import { requiredModel } from './models.ts';
import type { NamedTeam, Reader } from './reader.ts';
import { from, type Place } from './report.ts';
import { readTermination } from './terminations.ts';

/** Reads a team; null: none that could run, which is then a problem of the report. */
export function readAutogenTeam(place: Place, reader: Reader): NamedTeam | null {
  const component = componentOf(place, 'team', reader.report);
  if (component === null) return null;
  const { fields } = component;
  const { report } = reader;
  const name = fields.textOr('name', null);
  const mapping = autogenTeam(component.name);
  if (mapping === null) throw new Error(`No pattern reads a ${component.name}`);
  const description = fields.textOr('description', mapping.description);
  const participants = readParticipants(component, reader);
  const terminationPlace = fields.raw('termination_condition');
  const termination = terminationPlace === undefined ? null : readTermination(terminationPlace, report);
  const maxTurns = fields.integerOr('max_turns', null);
  const hasEvents = mapping.hasNoEvents !== true;
  if (hasEvents) fields.notNull('emit_team_events');
  const emitTeamEvents = hasEvents && fields.flagOr('emit_team_events', false);
  const pattern = mapping.read(fields, {
    report,
    fields: (inner) => fieldsOf(inner, report),
    model: (own) => requiredModel(own, report),
    context: (inner) => readContext(inner, report),
  });
  fields.end();
  const config = from(report, fields.place, {
    name,
    description,
    pattern,
    participants,
    termination,
    maxTurns,
    emitTeamEvents,
    toolPolicies: [],
  });
  mapping.readNotes?.(config, report);
  return { name: name ?? component.name, config };
}

function readParticipants({ fields }: Component, reader: Reader): Participant[] {
  const places = fields.list('participants');
  if (places === null) fields.missing('participants');
  return (places ?? []).flatMap((place) => {
    if (kindOfComponent(place.value, reader.report) !== 'team') return reader.participant(place) ?? [];
    const inner = reader.team(place);
    if (inner === null) return [];
    const { name, config } = inner;
    const team = from(reader.report, { ...place, path: `${place.path}.config` }, { ...config, name });
    return from(
      reader.report,
      { ...place, path: `${place.path}.config` },
      { kind: 'team' as const, name, description: config.description, team },
    );
  });
}
