import { FINAL_ANSWER_PROMPT } from '../../domain/request/magenticOnePrompts.ts';
import { SELECTOR_PROMPT } from '../../domain/request/selectorHistory.ts';
import { assertNever, type Json } from '../../domain/json.ts';
import type { GraphConfig } from '../../domain/patterns/graph.ts';
import type { TeamConfig } from '../../domain/team.ts';
import { writeParticipant } from './exportAgents.ts';
import { writeContext, writeModel } from './exportModels.ts';
import { writeTermination } from './exportTerminations.ts';
import { component, present, type ExportNote, type WrittenComponent, type Writer } from './writer.ts';

export interface Exported {
  /** What AutoGen 0.7.5 loads. */
  component: WrittenComponent;
  /** What AutoGen has no place for, one line each; paths are those of the team. */
  notes: ExportNote[];
}

/**
 * Writes a team as AutoGen's component JSON; a team of one as the agent alone. Keys are never in it. AutoGen has no
 * default model: where a team names none, this one is written.
 */
export function exportComponent(team: TeamConfig, defaultModel = 'gpt-4o-mini'): Exported {
  const notes: ExportNote[] = [];
  const writer: Writer = {
    defaultModel,
    note: (path, message) => notes.push({ path, message }),
    team: (inner, path) => writeTeam(inner, path, writer),
    participant: (participant, path) => writeParticipant(participant, path, writer),
  };
  return { component: writeTeam(team, '$', writer), notes };
}

function writeTeam(team: TeamConfig, path: string, writer: Writer): WrittenComponent {
  team.toolPolicies.forEach(({ tool }, index) => {
    writer.note(
      `${path}.toolPolicies[${String(index)}]`,
      `AutoGen has no tool policies: ${tool} runs without asking`,
    );
  });
  const termination =
    team.termination === null ? null : writeTermination(team.termination, `${path}.termination`, writer);
  const participants = team.participants.map((participant, index) =>
    writeParticipant(participant, `${path}.participants[${String(index)}]`, writer),
  );
  const [alone] = participants;
  if (team.pattern.kind === 'single_agent' && alone !== undefined) {
    if (team.termination !== null || team.maxTurns !== null) {
      writer.note(path, 'An agent alone has no termination condition in AutoGen: it answers once');
    }
    return alone;
  }
  const fields = {
    name: team.name,
    description: team.description,
    participants,
    termination_condition: termination,
    max_turns: team.maxTurns,
  };
  return writePattern(team, fields, path, writer);
}

function writePattern(
  team: TeamConfig,
  fields: Record<string, Json | undefined>,
  path: string,
  writer: Writer,
): WrittenComponent {
  const { pattern } = team;
  const events = { emit_team_events: team.emitTeamEvents };
  switch (pattern.kind) {
    case 'round_robin':
    case 'single_agent':
      return component('RoundRobinGroupChat', 'team', { ...fields, ...events });
    case 'swarm':
      return component('Swarm', 'team', { ...fields, ...events });
    case 'graph':
      if (team.emitTeamEvents)
        writer.note(`${path}.emitTeamEvents`, 'AutoGen’s GraphFlow has no team events');
      return component('GraphFlow', 'team', { ...fields, graph: writeGraph(pattern) });
    case 'selector': {
      if (pattern.candidateFilter !== null) {
        writer.note(
          `${path}.pattern.candidateFilter`,
          'The candidate filter is left out: write a candidate_func',
        );
      }
      const model = writeModel(pattern.model, `${path}.pattern.model`, writer);
      return component('SelectorGroupChat', 'team', {
        ...fields,
        ...events,
        model_client: model,
        selector_prompt: pattern.prompt ?? SELECTOR_PROMPT,
        allow_repeated_speaker: pattern.allowRepeatedSpeaker,
        max_selector_attempts: pattern.maxAttempts,
        model_client_streaming: pattern.streaming,
        model_context: writeContext(pattern.context, model, `${path}.pattern.context`, writer),
      });
    }
    case 'magentic_one':
      if (pattern.maxResets !== null) {
        writer.note(`${path}.pattern.maxResets`, 'AutoGen has no limit of new plans: it may plan for ever');
      }
      return component('MagenticOneGroupChat', 'team', {
        ...fields,
        ...events,
        model_client: writeModel(pattern.model, `${path}.pattern.model`, writer),
        max_stalls: pattern.maxStalls,
        final_answer_prompt: pattern.finalAnswerPrompt ?? FINAL_ANSWER_PROMPT,
      });
    default:
      return assertNever(pattern);
  }
}

function writeGraph({ nodes, startNode }: GraphConfig): Json {
  const written = nodes.map(({ name, edges, activation }): [string, Json] => [
    name,
    {
      name,
      edges: edges.map((edge) =>
        present({
          target: edge.target,
          condition: edge.condition,
          activation_group: edge.activationGroup,
          activation_condition: edge.activationCondition,
        }),
      ),
      activation,
    },
  ]);
  return present({ nodes: Object.fromEntries(written), default_start_node: startNode });
}
