import type { Participant, TeamConfig } from '../../../../workflows/domain/team.ts';
import type { PythonTool } from '../../../../workflows/domain/tool.ts';
import type { TeamPath } from './issuesOf.ts';

/** A Python tool and where in its team it stands. */
export interface PlacedPythonTool {
  path: TeamPath;
  tool: PythonTool;
}

/** The Python tools of a team, in inner teams and behind tools too. */
export function pythonToolsOf({ participants }: TeamConfig, at: TeamPath = []): PlacedPythonTool[] {
  return participants.flatMap((participant, index) =>
    ofParticipant(participant, [...at, 'participants', index]),
  );
}

function ofParticipant(participant: Participant, at: TeamPath): PlacedPythonTool[] {
  switch (participant.kind) {
    case 'team':
    case 'society':
      return pythonToolsOf(participant.team, [...at, 'team']);
    case 'agent':
      return participant.tools.flatMap((tool, index) => {
        const path = [...at, 'tools', index];
        if (tool.kind === 'python') return [{ path, tool }];
        return tool.kind === 'participant' ? ofParticipant(tool.participant, [...path, 'participant']) : [];
      });
    case 'code_executor':
    case 'person':
      return [];
  }
}
