import type { ParticipantTool } from '../../domain/team.ts';
import { autogenFinding } from '../findings/finding.ts';
import { readAgent } from './agents.ts';
import { kindOfComponent } from './component.ts';
import type { Reader } from './reader.ts';
import { at, from, type Place, type Report } from './report.ts';
import { readAutogenTeam } from './teams.ts';

/** Nobody writes teams that are nested deeper than this. */
const MAX_DEPTH = 12;
const TOO_DEEP = autogenFinding('tooDeep');

/** Reads components that contain each other: teams, participants, and what is used as a tool; refuses endless nesting. */
export function newReader(report: Report): Reader {
  let depth = 0;
  const deeper = <Value>(place: Place, read: () => Value): Value | null => {
    if (depth >= MAX_DEPTH) {
      if (!report.problems.some(({ message }) => message === TOO_DEEP)) {
        report.problems.push({
          path: place.path,
          message: TOO_DEEP,
          fix: autogenFinding('fixDeep'),
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
    team: (place) => deeper(place, () => readAutogenTeam(place, reader)),
    participant: (place) => deeper(place, () => readAgent(place, reader)),
    behindTool: (place) => deeper(place, () => readBehindTool(place, reader)),
  };
  return reader;
}

function readBehindTool(place: Place, reader: Reader): ParticipantTool['participant'] | null {
  if (kindOfComponent(place.value, reader.report) === 'team') {
    const inner = readAutogenTeam(place, reader);
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
    message: autogenFinding('personBehindTool'),
    fix: autogenFinding('fixPerson'),
  });
  return null;
}
