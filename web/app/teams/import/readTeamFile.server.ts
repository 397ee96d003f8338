import type { ImportedTeam } from '../../../../workflows/contracts/autogen/importComponent.ts';
import { expressionProblems } from '../../data/expressionProblems.server.ts';
import { checkTeamText } from '../check/checkTeamText.ts';
import { readDefinition } from '../readDefinition.ts';
import type { ImportReport } from './importReport.ts';

/** Reads a file of teams: the teams that can be imported, and the report on all of it. */
export function readTeamFile(text: string): { teams: ImportedTeam[]; report: ImportReport } {
  // A byte order mark, as some editors write it.
  const content = text.replace(/^\uFEFF/, '');
  const json = parse(content);
  if (!json.ok) {
    const problems = [
      { path: '$', message: json.message, fix: 'Choose a file that AutoGen or Colloquy has written.' },
    ];
    return { teams: [], report: { teams: [], notes: [], problems } };
  }
  const definition = readDefinition(json.value);
  if (!definition.ok) {
    return { teams: [], report: { teams: [], notes: [], problems: definition.problems } };
  }
  const checked = definition.teams.map((team) => ({ team, problems: expressionProblems(team.config) }));
  const teams = checked.filter(({ problems }) => problems.length === 0).map(({ team }) => team);
  return {
    teams,
    report: {
      teams: teams.map(({ name, config, notes }) => ({
        name,
        pattern: config.pattern.kind,
        participants: config.participants.map((participant) => participant.name),
        notes,
      })),
      notes: definition.notes,
      problems: checked.flatMap(({ problems }) => problems),
    },
  };
}

function parse(text: string): { ok: true; value: unknown } | { ok: false; message: string } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    const check = checkTeamText(text);
    const [issue] = check.ok ? [] : check.issues;
    return { ok: false, message: issue?.message.split(';')[0] ?? 'This is not JSON' };
  }
}
