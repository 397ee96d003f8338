import { FINAL_ANSWER_PROMPT } from '../../domain/request/magenticOnePrompts.ts';
import { SELECTOR_PROMPT } from '../../domain/request/selectorHistory.ts';
import type { PatternConfig } from '../../domain/patterns/pattern.ts';
import type { Participant } from '../../domain/team.ts';
import type { TerminationCondition } from '../../domain/terminations/condition.ts';
import { componentOf, kindOfComponent, type Component } from './component.ts';
import { readContext } from './contexts.ts';
import type { Fields } from './fields.ts';
import { readGraph } from './graph.ts';
import { requiredModel } from './models.ts';
import type { NamedTeam, Reader } from './reader.ts';
import { from, type Place, type Report } from './report.ts';
import { noteDropped } from './secrets.ts';
import { readTermination } from './terminations.ts';

/** Reads a team; null: none that could run, which is then a problem of the report. */
export function readTeam(place: Place, reader: Reader): NamedTeam | null {
  const component = componentOf(place, 'team', reader.report);
  if (component === null) return null;
  const { fields } = component;
  const { report } = reader;
  const name = fields.textOr('name', null);
  const description = fields.textOr(
    'description',
    component.name === 'GraphFlow' ? 'A team of agents' : 'A team of agents.',
  );
  const participants = readParticipants(component, reader);
  const terminationPlace = fields.raw('termination_condition');
  const termination = terminationPlace === undefined ? null : readTermination(terminationPlace, report);
  const maxTurns = fields.integerOr('max_turns', null);
  // A GraphFlow has no such field.
  if (component.name !== 'GraphFlow') fields.notNull('emit_team_events');
  const emitTeamEvents = component.name === 'GraphFlow' ? false : fields.flagOr('emit_team_events', false);
  const pattern = patternOf(component, report);
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
  if (pattern.kind === 'swarm') noteLooseHandoffs(participants, termination, report);
  return { name: name ?? component.name, config };
}

function readParticipants({ fields }: Component, reader: Reader): Participant[] {
  const places = fields.list('participants');
  if (places === null) fields.missing('participants');
  return (places ?? []).flatMap((place) => {
    if (kindOfComponent(place.value) !== 'team') return reader.participant(place) ?? [];
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

function patternOf({ name, fields }: Component, report: Report): PatternConfig {
  switch (name) {
    case 'SelectorGroupChat':
      return readSelector(fields, report);
    case 'Swarm':
      return { kind: 'swarm' };
    case 'GraphFlow':
      return readGraph(fields, report);
    case 'MagenticOneGroupChat':
      return from(report, fields.place, {
        kind: 'magentic_one' as const,
        model: requiredModel(fields, report),
        maxStalls: fields.integer('max_stalls'),
        maxResets: null,
        finalAnswerPrompt: unlessOwn(fields.text('final_answer_prompt'), FINAL_ANSWER_PROMPT),
      });
    default:
      return { kind: 'round_robin' };
  }
}

function readSelector(fields: Fields, report: Report): PatternConfig {
  noteDropped(report, fields, {
    selector_func: 'a Python function can’t be carried over',
    candidate_func: 'a Python function can’t be carried over; write it as a candidate filter',
  });
  fields.notNull('max_selector_attempts', 'model_client_streaming');
  const prompt = fields.text('selector_prompt');
  const repeated = fields.raw('allow_repeated_speaker');
  if (repeated === undefined) fields.missing('allow_repeated_speaker');
  return from(report, fields.place, {
    kind: 'selector' as const,
    model: requiredModel(fields, report),
    prompt: unlessOwn(prompt, SELECTOR_PROMPT),
    allowRepeatedSpeaker: fields.flagOr('allow_repeated_speaker', false),
    maxAttempts: fields.integerOr('max_selector_attempts', 3),
    candidateFilter: null,
    streaming: fields.flagOr('model_client_streaming', false),
    context: readContext(fields.raw('model_context'), report),
  });
}

/** AutoGen writes its own prompts out; here a team that has them follows them. */
function unlessOwn(prompt: string, own: string): string | null {
  return prompt === own || prompt === '' ? null : prompt;
}

/** A handoff to nobody of the team ends a run: where no condition waits for it, it may be a slip. */
function noteLooseHandoffs(
  participants: readonly Participant[],
  termination: TerminationCondition | null,
  report: Report,
): void {
  const expected = [...participants.map(({ name }) => name), ...awaitedHandoffs(termination)];
  for (const participant of participants) {
    if (participant.kind !== 'agent') continue;
    for (const handoff of participant.handoffs) {
      const path = report.origins.get(handoff);
      if (expected.includes(handoff.target) || path === undefined) continue;
      report.notes.push({
        path,
        message: `${handoff.target} is not in the team: a handoff to them ends the run until somebody answers with a handoff`,
      });
    }
  }
}

function awaitedHandoffs(condition: TerminationCondition | null): string[] {
  if (condition === null) return [];
  if (condition.kind === 'handoff') return [condition.target];
  return condition.kind === 'and' || condition.kind === 'or'
    ? condition.conditions.flatMap(awaitedHandoffs)
    : [];
}
