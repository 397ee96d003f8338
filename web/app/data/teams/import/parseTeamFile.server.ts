import { readOutsideJson } from '../../../../../workflows/domain/outsideJson.ts';
import { fault } from '../../../languages/fault.ts';
import { checkTeamText } from '../check/checkTeamText.ts';
import { notesAbout, problemsInside } from '../check/findings.server.ts';
import { MOST_ISSUES } from '../check/issuesOf.ts';
import { SENT_JSON } from '../check/sentJson.ts';
import { readDefinition } from '../readDefinition.ts';
import type { ImportReport } from './importReport.ts';

/** Reads a file of teams: those that can be imported, with notes and problems for everything. */
export function parseTeamFile(text: string): ImportReport {
  // A byte order mark, which some editors write.
  const json = parse(text.replace(/^\uFEFF/, ''));
  if (!json.ok) {
    const fix = fault('findings:faults.chooseFile');
    return { teams: [], notes: [], problems: [{ path: '$', message: json.message, fix }] };
  }
  const definition = readDefinition(json.value);
  if (!definition.ok) return { teams: [], notes: [], problems: definition.problems.slice(0, MOST_ISSUES) };
  const checked = definition.teams.map((team) => ({ team, problems: problemsInside(team) }));
  return {
    teams: checked
      .filter(({ problems }) => problems.length === 0)
      .map(({ team }) => {
        const { name, config, notes } = team;
        return { name, config, notes: [...notes, ...notesAbout(team)] };
      }),
    notes: definition.notes,
    problems: checked.flatMap(({ problems }) => problems).slice(0, MOST_ISSUES),
  };
}

function parse(text: string): { ok: true; value: unknown } | { ok: false; message: string } {
  const read = readOutsideJson(text, SENT_JSON);
  if (read.kind === 'read') return { ok: true, value: read.value };
  const check = checkTeamText(text);
  const [issue] = check.ok ? [] : check.issues;
  return { ok: false, message: issue?.message ?? fault('findings:faults.emptyJson') };
}
