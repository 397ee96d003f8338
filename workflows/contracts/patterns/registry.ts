import type { PatternConfig, PatternKind } from '../../domain/patterns/registry.ts';
import type { AutogenTeam, PatternContract } from './contract.ts';
import { graph } from './kinds/graph/graph.ts';
import { magenticOne } from './kinds/magenticOne.ts';
import { roundRobin } from './kinds/roundRobin.ts';
import { selector } from './kinds/selector.ts';
import { singleAgent } from './kinds/singleAgent.ts';
import { swarm } from './kinds/swarm.ts';

/** Every speaker pattern where it crosses a boundary. */
export const patternContracts = {
  round_robin: roundRobin,
  single_agent: singleAgent,
  swarm,
  graph,
  selector,
  magentic_one: magenticOne,
} satisfies { [Kind in PatternKind]: PatternContract<Kind> };

/** The module of AutoGen's teams. */
export const AUTOGEN_TEAMS = 'autogen_agentchat.teams';

export const patternKinds = Object.keys(patternContracts) as PatternKind[];

/** A pattern's contract. */
export function contractOf({ kind }: Pick<PatternConfig, 'kind'>): PatternContract<PatternKind> {
  // Each kind is registered under its own name, so it gets its own configuration; TypeScript can't infer that.
  return patternContracts[kind];
}

/** How a class of AutoGen's teams is read and written; null: no pattern is like it. */
export function autogenTeam(component: string): AutogenTeam<PatternConfig> | null {
  for (const kind of patternKinds) {
    const { autogen } = contractOf({ kind });
    if (autogen.component === component && 'read' in autogen) return autogen;
  }
  return null;
}

/** The full names of AutoGen's classes that are read as patterns. */
export function autogenTeamClasses(): string[] {
  return patternKinds.flatMap((kind) => {
    const { autogen } = contractOf({ kind });
    return 'read' in autogen ? [`${AUTOGEN_TEAMS}.${autogen.component}`] : [];
  });
}

/** What AutoGen's names are for patterns' fields that are called otherwise here. */
export function autogenFieldNames(): Record<string, string> {
  const names = patternKinds.flatMap((kind) => {
    const { autogen } = contractOf({ kind });
    return 'fieldNames' in autogen ? Object.entries(autogen.fieldNames ?? {}) : [];
  });
  return Object.fromEntries(names);
}
