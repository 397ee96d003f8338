import { team as teamWithDefaults, type TeamConfig } from '../../domain/team.ts';
import { autogenFinding } from '../findings/finding.ts';
import { teamConfigSchema } from '../team.ts';
import { autogenClasses } from './classes.ts';
import { kindFinding, kindOfComponent } from './component.ts';
import { originOf, problemsOf } from './issues.ts';
import { newReader } from './newReader.ts';
import type { NamedTeam, Reader } from './reader.ts';
import { at, from, type ImportNote, type ImportProblem, isRecord, newReport, type Place } from './report.ts';
import { componentIn, galleryOf } from './studioFile.ts';

export interface ImportedTeam {
  /** What to call it in a list of teams. */
  name: string;
  config: TeamConfig;
  /** What could not be carried over as it was, one line each. */
  notes: ImportNote[];
}

/** An imported team that still knows the file. */
export interface TracedTeam extends ImportedTeam {
  /** The place of a part of the team in the file, as a JSON path with the file's names. */
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

/**
 * Reads files of AutoGen or AutoGen Studio: a team, an agent (a team of one), a Studio team file or a gallery. It
 * refuses what AutoGen's load refuses, and lists everything that could not be imported.
 */
export function importComponent(json: unknown): ImportResult {
  const place: Place = { value: json, path: '$' };
  const gallery = galleryOf(place);
  if (gallery !== null) return importGallery(gallery);
  const component = componentIn(place);
  const kind = kindOfComponent(component.value, { classes: autogenClasses });
  if (kind !== null && kind !== 'team' && kind !== 'agent') {
    return refused({
      path: component.path,
      message: autogenFinding('alone', { kind: kindFinding(kind) }),
      fix: autogenFinding('fixAlone'),
    });
  }
  const { team, problems } = importOne(component);
  return team === null ? { ok: false, problems } : { ok: true, teams: [team], notes: [], skipped: [] };
}

function refused(problem: ImportProblem): ImportResult {
  return { ok: false, problems: [problem] };
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
      message: autogenFinding('galleryParts', { key }),
    }));
  if (teams.length > 0) return { ok: true, teams, notes, skipped };
  if (skipped.length > 0) return { ok: false, problems: skipped };
  return refused({
    path: gallery.path,
    message: autogenFinding('galleryEmpty'),
    fix: autogenFinding('fixGallery'),
  });
}

/** One team or agent of a file. */
function importOne(place: Place): { team: TracedTeam | null; problems: ImportProblem[] } {
  const report = newReport(autogenClasses);
  const reader = newReader(report);
  const isAgent = kindOfComponent(place.value, report) === 'agent';
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

/** A single agent is a team of one. */
function readAlone(place: Place, reader: Reader): NamedTeam | null {
  const participant = reader.participant(place);
  if (participant === null) return null;
  const { name, description } = participant;
  const pattern = { kind: 'single_agent' as const };
  const config = teamWithDefaults({ description, pattern, participants: [participant] });
  return { name, config: from(reader.report, place, config) };
}
