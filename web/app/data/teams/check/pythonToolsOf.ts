import { participantsWithin } from '../../../../../workflows/domain/participantsWithin.ts';
import type { TeamConfig } from '../../../../../workflows/domain/team.ts';
import type { PythonTool } from '../../../../../workflows/domain/tools/kinds/python.ts';
import type { TeamPath } from './issuesOf.ts';

/** A Python tool and its place in the team. */
export interface PlacedPythonTool {
  path: TeamPath;
  tool: PythonTool;
}

/** The Python tools of a team, in inner teams and behind tools too. */
export function pythonToolsOf(team: TeamConfig): PlacedPythonTool[] {
  return participantsWithin(team).flatMap(({ path, participant }) =>
    participant.kind === 'agent'
      ? participant.tools.flatMap((tool, index) =>
          tool.kind === 'python' ? [{ path: [...path, 'tools', index], tool }] : [],
        )
      : [],
  );
}
