import { type ParticipantTool, team as teamWithDefaults, type TeamConfig } from '../../domain/team.ts';
import { teamConfigSchema } from '../team.ts';
import { readAgent } from './agents.ts';
import { kindOfComponent } from './component.ts';
import { fromFirstForm } from './firstForm.ts';
import { originOf, problemsOf } from './issues.ts';
import type { NamedTeam, Reader } from './reader.ts';
import {
  at,
  from,
  type ImportNote,
  type ImportProblem,
  isRecord,
  newReport,
  type Place,
  type Report,
} from './report.ts';
import { readTeam } from './teams.ts';

export interface ImportedTeam {
  /** What to call it in a list of teams. */
  name: string;
  config: TeamConfig;
  /** What could not be carried over as it was, one line each. */
  notes: ImportNote[];
}

/** An imported team that still knows the file. */
export interface TracedTeam extends ImportedTeam {
  /** Where in the file a part of the team stands, as a JSON path with the file's names. */
  pathInFile: (path: readonly PropertyKey[]) => string;
}

export type ImportResult =
  | {
      ok: true;
      teams: TracedTeam[];
      /** Of the file as a whole. */
      notes: ImportNote[];
      /** Why some teams of a gallery are not among the teams. */
      skipped: ImportProblem[];
    }
  | { ok: false; problems: ImportProblem[] };

/** Deeper files are no teams that anybody wrote. */
const MAX_DEPTH = 12;
const TOO_DEEP = 'Teams stand in each other without end';

/**
 * Reads what AutoGen or AutoGen Studio has written: a team, an agent alone (a team of one), a Studio team file or a
 * gallery. What AutoGen's load refuses is refused; all that could not be carried over is named.
 */
export function importComponent(json: unknown): ImportResult {
  const place: Place = { value: json, path: '$' };
  const gallery = galleryOf(place);
  if (gallery !== null) return importGallery(gallery);
  const component = componentIn(place);
  const kind = kindOfComponent(component.value);
  if (kind !== null && kind !== 'team' && kind !== 'agent') {
    return refused({
      path: component.path,
      message: `Is a ${kind} alone, which can't hold a conversation`,
      fix: 'Import the team or the agent that it belongs to.',
    });
  }
  const { team, problems } = importOne(component);
  return team === null ? { ok: false, problems } : { ok: true, teams: [team], notes: [], skipped: [] };
}

function refused(problem: ImportProblem): ImportResult {
  return { ok: false, problems: [problem] };
}

/** Studio wraps what it stores: `{id, component: {…}}` for a team, `{id, config: {…}}` for a gallery. */
function componentIn(place: Place): Place {
  if (!isRecord(place.value) || 'provider' in place.value) return place;
  const { component, config } = place.value;
  if (isRecord(component)) return componentIn(at(place, 'component', component));
  if (isRecord(config) && ('team_type' in config || 'agent_type' in config)) {
    return componentIn(at(place, 'config', config));
  }
  return { ...place, value: fromFirstForm(place.value) };
}

function galleryOf(place: Place): Place | null {
  if (!isRecord(place.value) || 'provider' in place.value) return null;
  const { items, components } = place.value;
  // Before 0.4.1, what a gallery holds was called items, and all but its teams stood a step deeper.
  if (isRecord(items)) {
    const value = { ...(isRecord(items.components) ? items.components : {}), teams: items.teams };
    return at(place, 'items', value);
  }
  if (isRecord(components)) return at(place, 'components', components);
  return isRecord(place.value.config) ? galleryOf(at(place, 'config', place.value.config)) : null;
}

function importGallery(gallery: Place): ImportResult {
  const lists = isRecord(gallery.value) ? gallery.value : {};
  const isOlder = gallery.path.endsWith('.items');
  const listOf = (key: string): Place =>
    at(isOlder && key !== 'teams' ? at(gallery, 'components', null) : gallery, key, lists[key]);
  const entriesOf = (key: string): Place[] => {
    const list = listOf(key);
    const entries = list.value;
    return Array.isArray(entries) ? entries.map((value, index) => at(list, index, value)) : [];
  };
  const imported = [...entriesOf('teams'), ...entriesOf('agents')].map((place) =>
    importOne(componentIn(place)),
  );
  const teams = imported.flatMap(({ team }) => team ?? []);
  const skipped = imported.flatMap(({ problems }) => problems);
  const others = Object.keys(lists).filter((key) => !['teams', 'agents'].includes(key));
  const notes = others
    .filter((key) => entriesOf(key).length > 0)
    .map((key) => ({
      path: listOf(key).path,
      message: `The gallery's ${key} are not imported by themselves: they come with the teams that use them`,
    }));
  if (teams.length > 0) return { ok: true, teams, notes, skipped };
  if (skipped.length > 0) return { ok: false, problems: skipped };
  return refused({
    path: gallery.path,
    message: 'The gallery holds neither a team nor an agent',
    fix: 'Choose a gallery that holds some.',
  });
}

/** One team or agent of a file. */
function importOne(place: Place): { team: TracedTeam | null; problems: ImportProblem[] } {
  const report = newReport();
  const reader = newReader(report);
  const isAgent = kindOfComponent(place.value) === 'agent';
  const named = isAgent ? readAlone(place, reader) : reader.team(place);
  if (named === null || report.problems.length > 0) return { team: null, problems: report.problems };
  const parsed = teamConfigSchema.safeParse(named.config);
  if (!parsed.success) return { team: null, problems: problemsOf(parsed.error, named.config, report) };
  const name = isAgent ? named.name : nameInList(place, named.name);
  const pathInFile = (path: readonly PropertyKey[]) => originOf(path, named.config, report);
  return { team: { name, config: parsed.data, notes: report.notes, pathInFile }, problems: [] };
}

/** Studio's label says more than the name that AutoGen gives to every team of a kind. */
function nameInList({ value }: Place, name: string): string {
  if (!isRecord(value) || typeof value.provider !== 'string' || typeof value.label !== 'string') return name;
  return value.provider.endsWith(`.${name}`) && value.label !== '' ? value.label : name;
}

/** An agent alone is a team of one. */
function readAlone(place: Place, reader: Reader): NamedTeam | null {
  const participant = reader.participant(place);
  if (participant === null) return null;
  const { name, description } = participant;
  const pattern = { kind: 'single_agent' as const };
  const config = teamWithDefaults({ description, pattern, participants: [participant] });
  return { name, config: from(reader.report, place, config) };
}

function newReader(report: Report): Reader {
  let depth = 0;
  const deeper = <Value>(place: Place, read: () => Value): Value | null => {
    if (depth >= MAX_DEPTH) {
      if (!report.problems.some(({ message }) => message === TOO_DEEP)) {
        report.problems.push({
          path: place.path,
          message: TOO_DEEP,
          fix: 'Make the team flatter; a team can’t be part of itself.',
        });
      }
      return null;
    }
    depth += 1;
    const value = read();
    depth -= 1;
    return value;
  };
  const reader: Reader = {
    report,
    team: (place) => deeper(place, () => readTeam(place, reader)),
    participant: (place) => deeper(place, () => readAgent(place, reader)),
    behindTool: (place) => deeper(place, () => readBehindTool(place, reader)),
  };
  return reader;
}

function readBehindTool(place: Place, reader: Reader): ParticipantTool['participant'] | null {
  if (kindOfComponent(place.value) === 'team') {
    const inner = readTeam(place, reader);
    if (inner === null) return null;
    const { name, config } = inner;
    const inside = at(place, 'config', null);
    const team = from(reader.report, inside, { ...config, name });
    return from(reader.report, inside, {
      kind: 'team' as const,
      name,
      description: config.description,
      team,
    });
  }
  const participant = readAgent(place, reader);
  if (participant?.kind !== 'person') return participant;
  reader.report.problems.push({
    path: place.path,
    message: 'A person can’t stand behind a tool',
    fix: 'Let them take part in the team, or hand over to them.',
  });
  return null;
}
