import { knowledgeToolName } from '../../domain/knowledge/knowledgeUse.ts';
import { USER_SOURCE } from '../../domain/message.ts';
import { modelInfoOf } from '../../domain/modelInfo.ts';
import { TOOL_APPROVAL_DEADLINE_SECONDS } from '../../domain/tasks/kinds/approveToolCall.ts';
import type { AgentParticipant, Participant, TeamConfig } from '../../domain/team.ts';
import type { TerminationCondition } from '../../domain/terminations/condition.ts';
import { participantsBehind } from '../../domain/tools/behindTool.ts';
import { nameOfTool } from '../../domain/tools/registry.ts';
import { teamFinding } from '../findings/finding.ts';
import { contractOf, patternKinds } from '../patterns/registry.ts';
import { askingFaults } from '../tasks/asking.ts';
import type { TeamFault } from './fault.ts';

/** Their state travels with every turn; see decision 1 on how much may. */
const MAX_CONDITIONS = 50;
/** Teams in teams, societies and tools: each level is a workflow that waits for the next. */
const MAX_DEPTH = 5;

/** Checks across fields. Inner teams are checked separately. */
export function teamFaults(team: TeamConfig): TeamFault[] {
  return [
    ...nameFaults(team),
    ...patternFaults(team),
    ...innerTeamFaults(team),
    ...team.participants.flatMap((participant, index) =>
      participant.kind === 'agent' ? agentFaults(participant, ['participants', index]) : [],
    ),
    ...terminationFaults(team),
    ...peopleFaults(team),
  ];
}

function nameFaults({ participants }: TeamConfig): TeamFault[] {
  const names = participants.map(({ name }) => name);
  return participants.flatMap(({ kind, name }, index) => {
    const path = ['participants', index, 'name'];
    const faults: TeamFault[] = [];
    if (names.indexOf(name) !== index) {
      faults.push({ path, message: teamFinding('participantTwice', { name }) });
    }
    if (kind !== 'person' && name === USER_SOURCE) {
      faults.push({
        path,
        message: teamFinding('userName', { name: USER_SOURCE }),
      });
    }
    return faults;
  });
}

function patternFaults(team: TeamConfig): TeamFault[] {
  return contractOf(team.pattern).faults?.(team.pattern, team) ?? [];
}

function innerTeamFaults(team: TeamConfig): TeamFault[] {
  const mayHoldTeams = contractOf(team.pattern).holdsTeams === true;
  const faults = team.participants.flatMap(({ kind }, index) =>
    kind === 'team' && !mayHoldTeams
      ? [
          {
            path: ['participants', index],
            message: teamFinding('holdsTeam', { patterns: holdersOfTeams() }),
          },
        ]
      : [],
  );
  if (depthOf(team) <= MAX_DEPTH) return faults;
  const depth = {
    path: ['participants'],
    message: teamFinding('tooDeep', { max: MAX_DEPTH }),
  };
  return [...faults, depth];
}

/** The patterns whose participants may be teams, as a team's JSON names them. */
function holdersOfTeams(): string {
  return patternKinds.filter((kind) => contractOf({ kind }).holdsTeams === true).join(', ');
}

function depthOf(team: TeamConfig): number {
  return 1 + Math.max(0, ...team.participants.map(depthOfParticipant));
}

function depthOfParticipant(participant: Participant): number {
  if (participant.kind === 'team' || participant.kind === 'society') return depthOf(participant.team);
  if (participant.kind !== 'agent') return 0;
  const behind = participantsBehind(participant.tools).map(
    (tool) => 1 + depthOfParticipant(tool.participant),
  );
  return Math.max(0, ...behind);
}

function agentFaults(agent: AgentParticipant, at: (string | number)[]): TeamFault[] {
  const tools = agent.tools.map(nameOfTool);
  const handoffs = agent.handoffs.map(({ name }) => name);
  const toolFaults = tools.flatMap((name, index) =>
    name !== null && tools.indexOf(name) !== index
      ? [{ path: [...at, 'tools', index, 'name'], message: teamFinding('toolTwice', { name }) }]
      : [],
  );
  const handoffFaults = handoffs.flatMap((name, index) => {
    const path = [...at, 'handoffs', index, 'name'];
    if (handoffs.indexOf(name) !== index) {
      return [{ path, message: teamFinding('handoffTwice', { name }) }];
    }
    return tools.includes(name) ? [{ path, message: teamFinding('toolAndHandoff', { name }) }] : [];
  });
  const lookUps = (agent.knowledge ?? []).map(knowledgeToolName);
  const lookUpFaults = lookUps.flatMap((name, index) => {
    const isTaken = lookUps.indexOf(name) !== index || tools.includes(name) || handoffs.includes(name ?? '');
    const path = [...at, 'knowledge', index, 'toolName'];
    return name !== null && isTaken ? [{ path, message: teamFinding('lookUpTwice', { name }) }] : [];
  });
  const behind = participantsBehind(agent.tools).flatMap(({ participant, index }) =>
    participant.kind === 'agent' ? agentFaults(participant, [...at, 'tools', index, 'participant']) : [],
  );
  return [
    ...toolFaults,
    ...handoffFaults,
    ...lookUpFaults,
    ...abilityFaults(agent, at),
    ...reviewFaults(agent, at),
    ...behind,
  ];
}

/** Whom the tasks ask that no agent's answer opens. */
function peopleFaults({ participants, toolPolicies }: TeamConfig): TeamFault[] {
  const people = participants.flatMap((each, index) =>
    each.kind === 'person'
      ? askingFaults(each.asking, 'give_input', each.deadlineSeconds, ['participants', index, 'asking'])
      : [],
  );
  const approvals = toolPolicies.flatMap(({ asking }, index) =>
    askingFaults(asking, 'approve_tool_call', TOOL_APPROVAL_DEADLINE_SECONDS, [
      'toolPolicies',
      index,
      'asking',
    ]),
  );
  return [...people, ...approvals];
}

function reviewFaults({ review }: AgentParticipant, at: (string | number)[]): TeamFault[] {
  return review === null
    ? []
    : askingFaults(review.asking, 'review_message', review.deadlineSeconds, [...at, 'review', 'asking']);
}

function abilityFaults(agent: AgentParticipant, at: (string | number)[]): TeamFault[] {
  if (agent.model === null || agent.handoffs.length === 0) return [];
  if (modelInfoOf(agent.model, agent.model.model).functionCalling) return [];
  return [
    {
      path: [...at, 'model'],
      message: teamFinding('cannotHandOver', { model: agent.model.model }),
    },
  ];
}

function terminationFaults({ termination }: TeamConfig): TeamFault[] {
  if (termination === null || countConditions(termination) <= MAX_CONDITIONS) return [];
  return [
    {
      path: ['termination'],
      message: teamFinding('tooManyConditions', { max: MAX_CONDITIONS }),
    },
  ];
}

function countConditions(condition: TerminationCondition): number {
  if (condition.kind !== 'and' && condition.kind !== 'or') return 1;
  return 1 + condition.conditions.reduce((sum, child) => sum + countConditions(child), 0);
}
