import type { TeamConfig } from '../../../../../workflows/domain/team.ts';
import type { PythonTool } from '../../../../../workflows/domain/tool.ts';
import type { TeamPath } from './issuesOf.ts';
import { participantsWithin } from './participantsWithin.ts';

/** A Python tool and where in its team it stands. */
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
