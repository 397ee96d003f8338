import type { Json } from '../../domain/json.ts';
import type { Participant, TeamConfig } from '../../domain/team.ts';
import { providerOf } from './component.ts';
import type { ImportNote } from './report.ts';

/** Who writes what stands within what, and gathers what AutoGen has no place for. */
export interface Writer {
  /** The model that is written where a team names none. */
  defaultModel: string;
  note(path: string, message: string): void;
  team(team: TeamConfig, path: string): WrittenComponent;
  participant(participant: Participant, path: string): WrittenComponent;
}

/** Something that AutoGen has no place for: where in the team it stands, and what becomes of it. */
export type ExportNote = ImportNote;

/** A component as AutoGen dumps it. */
export interface WrittenComponent {
  provider: string;
  component_type: string;
  version: number;
  component_version: number;
  label: string;
  config: Record<string, Json>;
  [key: string]: Json;
}

/** A component of AutoGen; what is null or undefined is left out, as AutoGen does. */
export function component(
  name: string,
  componentType: string,
  config: Record<string, Json | undefined>,
  version = 1,
): WrittenComponent {
  return {
    provider: providerOf(name).provider,
    component_type: componentType,
    version,
    component_version: version,
    label: name,
    config: present(config),
  };
}

/** An object without what is null or undefined. */
export function present(fields: Record<string, Json | undefined>): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]): [string, Json][] =>
      value === undefined || value === null ? [] : [[key, value]],
    ),
  );
}
