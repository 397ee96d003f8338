import type { Json } from '../../domain/json.ts';
import type { Participant, TeamConfig } from '../../domain/team.ts';
import { autogenFinding } from '../findings/finding.ts';
import type { ImportNote } from './report.ts';

/** Writers of nested parts; they also collect what AutoGen can't represent. */
export interface Writer {
  /** The model that is written where a team names none. */
  defaultModel: string;
  note(path: string, message: string): void;
  team(team: TeamConfig, path: string): WrittenComponent;
  participant(participant: Participant, path: string): WrittenComponent;
}

/** Something that AutoGen can't represent: its place in the team, and what happens to it. */
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

/** A component of AutoGen by its class's full name; what is null or undefined is left out, as AutoGen does. */
export function component(
  provider: string,
  componentType: string,
  config: Record<string, Json | undefined>,
  version = 1,
): WrittenComponent {
  return {
    provider,
    component_type: componentType,
    version,
    component_version: version,
    label: provider.slice(provider.lastIndexOf('.') + 1),
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

/** Values by name; null: there are none, and AutoGen leaves the field out. */
export function unlessEmpty(values: Record<string, string>): Record<string, string> | null {
  return Object.keys(values).length === 0 ? null : values;
}

/** Notes of values that name secrets that AutoGen does not know them. */
export function noteSecrets(values: Record<string, string>, path: string, writer: Writer): void {
  for (const [name, value] of Object.entries(values)) {
    if (!value.includes('${secret:')) continue;
    writer.note(`${path}.${name}`, autogenFinding('secretNotFilled', { value }));
  }
}
