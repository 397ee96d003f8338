import { USER_SOURCE } from '../../domain/message.ts';
import { modelInfoOf } from '../../domain/modelInfo.ts';
import type { AgentParticipant, Participant, ParticipantTool, TeamConfig } from '../../domain/team.ts';
import type { TerminationCondition } from '../../domain/terminations/condition.ts';
import { contractOf, patternKinds } from '../patterns/registry.ts';
import type { TeamFault } from './fault.ts';

/** Their state travels with every turn; see decision 1 on how much may. */
const MAX_CONDITIONS = 50;
/** Teams in teams, societies and tools: each level is a workflow that waits for the next. */
const MAX_DEPTH = 5;

/** What no field says by itself. Inner teams are checked on their own. */
export function teamFaults(team: TeamConfig): TeamFault[] {
  return [
    ...nameFaults(team),
    ...patternFaults(team),
    ...innerTeamFaults(team),
    ...team.participants.flatMap((participant, index) =>
      participant.kind === 'agent' ? agentFaults(participant, ['participants', index]) : [],
    ),
    ...terminationFaults(team),
  ];
}

function nameFaults({ participants }: TeamConfig): TeamFault[] {
  const names = participants.map(({ name }) => name);
  return participants.flatMap(({ kind, name }, index) => {
    const path = ['participants', index, 'name'];
    const faults: TeamFault[] = [];
    if (names.indexOf(name) !== index) {
      faults.push({ path, message: `Two participants are named ${name}; rename one` });
    }
    if (kind !== 'person' && name === USER_SOURCE) {
      faults.push({
        path,
        message: `"${USER_SOURCE}" is who writes the task; give the agent another name`,
      });
    }
    return faults;
  });
}

function patternFaults(team: TeamConfig): TeamFault[] {
  return contractOf(team.pattern).faults?.(team.pattern, team) ?? [];
}

function innerTeamFaults(team: TeamConfig): TeamFault[] {
  const mayHoldTeams = contractOf(team.pattern).holdsTeams !== undefined;
  const faults = team.participants.flatMap(({ kind }, index) =>
    kind === 'team' && !mayHoldTeams
      ? [
          {
            path: ['participants', index],
            message: `Only ${holdersOfTeams()} may hold a team; put it into a society of mind, or choose another pattern`,
          },
        ]
      : [],
  );
  if (depthOf(team) <= MAX_DEPTH) return faults;
  const depth = {
    path: ['participants'],
    message: `Holds teams in teams more than ${String(MAX_DEPTH)} levels deep; make it flatter`,
  };
  return [...faults, depth];
}

/** "a round robin or a selector" */
function holdersOfTeams(): string {
  const holders = patternKinds.flatMap((kind) => contractOf({ kind }).holdsTeams ?? []);
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(holders);
}

function depthOf(team: TeamConfig): number {
  return 1 + Math.max(0, ...team.participants.map(depthOfParticipant));
}

function depthOfParticipant(participant: Participant): number {
  if (participant.kind === 'team' || participant.kind === 'society') return depthOf(participant.team);
  if (participant.kind !== 'agent') return 0;
  const behind = participantTools(participant).map((tool) => 1 + depthOfParticipant(tool.participant));
  return Math.max(0, ...behind);
}

function participantTools(agent: AgentParticipant): ParticipantTool[] {
  return agent.tools.filter((tool) => tool.kind === 'participant');
}

function agentFaults(agent: AgentParticipant, at: (string | number)[]): TeamFault[] {
  const tools = agent.tools.map((tool) => ('name' in tool ? tool.name : null));
  const handoffs = agent.handoffs.map(({ name }) => name);
  const toolFaults = tools.flatMap((name, index) =>
    name !== null && tools.indexOf(name) !== index
      ? [{ path: [...at, 'tools', index, 'name'], message: `Two tools are named ${name}; rename one` }]
      : [],
  );
  const handoffFaults = handoffs.flatMap((name, index) => {
    const path = [...at, 'handoffs', index, 'name'];
    if (handoffs.indexOf(name) !== index) {
      return [{ path, message: `Two handoffs are named ${name}; rename one` }];
    }
    return tools.includes(name)
      ? [{ path, message: `A tool and a handoff are named ${name}; rename one` }]
      : [];
  });
  const behind = agent.tools.flatMap((tool, index) =>
    tool.kind === 'participant' && tool.participant.kind === 'agent'
      ? agentFaults(tool.participant, [...at, 'tools', index, 'participant'])
      : [],
  );
  return [...toolFaults, ...handoffFaults, ...abilityFaults(agent, at), ...behind];
}

function abilityFaults(agent: AgentParticipant, at: (string | number)[]): TeamFault[] {
  if (agent.model === null || agent.handoffs.length === 0) return [];
  if (modelInfoOf(agent.model, agent.model.model).functionCalling) return [];
  return [
    {
      path: [...at, 'model'],
      message: `${agent.model.model} can't call functions, and so can't hand over; choose another model, or leave out the handoffs`,
    },
  ];
}

function terminationFaults({ termination }: TeamConfig): TeamFault[] {
  if (termination === null || countConditions(termination) <= MAX_CONDITIONS) return [];
  return [
    {
      path: ['termination'],
      message: `A team has at most ${String(MAX_CONDITIONS)} termination conditions; leave out some`,
    },
  ];
}

function countConditions(condition: TerminationCondition): number {
  if (condition.kind !== 'and' && condition.kind !== 'or') return 1;
  return 1 + condition.conditions.reduce((sum, child) => sum + countConditions(child), 0);
}
