import type { z } from 'zod';
import type { PlannedParticipant, TeamPlan } from '../../domain/plan.ts';
import type { AgentTool, Participant, ParticipantKind, TeamConfig } from '../../domain/team.ts';
import type { Component } from '../autogen/component.ts';
import type { Reader } from '../autogen/reader.ts';
import type { Writer, WrittenComponent } from '../autogen/writer.ts';

export type ParticipantOf<Kind extends ParticipantKind> = Extract<Participant, { kind: Kind }>;

/** The nested parts of a participant, as a person may write them. */
export interface WithinParticipants {
  team: z.ZodType<TeamConfig>;
  tool: z.ZodType<AgentTool>;
}

/** A kind of participant where it crosses a boundary: in a team's JSON, in a start, in AutoGen's JSON. */
export interface ParticipantContract<Kind extends ParticipantKind> {
  /** What a person may write. */
  schema(within: WithinParticipants): z.ZodType<ParticipantOf<Kind>>;
  /** The workflow's part of it, as it passes in a start's argument. */
  planned(team: z.ZodType<TeamPlan>): z.ZodType<Extract<PlannedParticipant, { kind: Kind }>>;
  /** The participant can't be used as a tool. */
  isBehindNoTool?: true;
  autogen: {
    /** The classes that are read as it, by their full names; null: none that could run, which the report says. */
    classes: Record<string, (component: Component, reader: Reader) => Participant | null>;
    write(participant: ParticipantOf<Kind>, path: string, writer: Writer): WrittenComponent;
  };
  /** What AutoGen's names are for fields that are called otherwise here, where snake case is not enough. */
  fieldNames?: Record<string, string>;
}
