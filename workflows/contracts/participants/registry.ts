import type { Participant, ParticipantKind } from '../../domain/team.ts';
import type { ParticipantContract } from './contract.ts';
import { agent } from './kinds/agent/agent.ts';
import { codeExecutor } from './kinds/codeExecutor.ts';
import { person } from './kinds/person.ts';
import { society } from './kinds/society.ts';
import { team } from './kinds/team.ts';

/** Every kind of participant, where it crosses a boundary. */
const participantContracts = {
  agent,
  code_executor: codeExecutor,
  society,
  team,
  person,
} satisfies { [Kind in ParticipantKind]: ParticipantContract<Kind> };

export const participantKinds = Object.keys(participantContracts) as ParticipantKind[];

/** How a participant's kind is written. */
export function contractOfParticipant({ kind }: { kind: ParticipantKind }) {
  // Each kind is registered under its own name, so it gets its own participants; TypeScript can't infer that.
  return participantContracts[kind] as ParticipantContract<ParticipantKind>;
}

/** How a class of AutoGen's agents is read; undefined: nothing is like it. */
export function readerOfAgent(provider: string): AgentReader | undefined {
  for (const kind of participantKinds) {
    const { classes } = contractOfParticipant({ kind }).autogen;
    if (Object.hasOwn(classes, provider)) return classes[provider];
  }
  return undefined;
}

type AgentReader = ParticipantContract<Participant['kind']>['autogen']['classes'][string];

/** The full names of AutoGen's classes that are read as participants. */
export function autogenAgentClasses(): string[] {
  return participantKinds.flatMap((kind) => Object.keys(contractOfParticipant({ kind }).autogen.classes));
}

/** What AutoGen's names are for participants' fields that are called otherwise here. */
export function autogenParticipantFields(): Record<string, string> {
  const names = participantKinds.flatMap((kind) =>
    Object.entries(contractOfParticipant({ kind }).fieldNames ?? {}),
  );
  return Object.fromEntries(names);
}
