import protocol, { type temporal } from '@temporalio/proto';

/** Temporal's history, as its client decodes it. */
export type History = temporal.api.history.v1.IHistory;

/** What protobufjs knows of a field of a message. */
interface Field {
  name: string;
  repeated: boolean;
  map: boolean;
  type: string;
  resolvedType: MessageType | EnumType | null;
  resolve: () => Field;
}

export interface MessageType {
  fullName: string;
  fields: Record<string, Field>;
}

export interface EnumType {
  name: string;
  values: Record<string, number>;
  valuesById: Record<number, string>;
}

/** protobufjs keeps a message's description with its class; the SDK's types leave it out. */
export const historyType = protocol.temporal.api.history.v1.History as unknown as MessageType;

export function isEnum(type: MessageType | EnumType): type is EnumType {
  return 'valuesById' in type;
}

export function fieldOf(type: MessageType, name: string): Field | null {
  return Object.hasOwn(type.fields, name) ? (type.fields[name]?.resolve() ?? null) : null;
}

/** The name of an event's type as this module's callers use it, without its prefix: ACTIVITY_TASK_SCHEDULED. */
export function eventTypeName(value: unknown): string {
  const name: unknown = protocol.temporal.api.enums.v1.EventType[Number(value)];
  return typeof name === 'string' ? name.replace(/^EVENT_TYPE_/, '') : 'UNSPECIFIED';
}

/** A history as the bytes of its message. Those of several pages, one after another, are the whole's. */
export function encodeHistory(history: History): Uint8Array {
  return protocol.temporal.api.history.v1.History.encode(history).finish();
}

export function decodeHistory(bytes: Uint8Array): temporal.api.history.v1.History {
  return protocol.temporal.api.history.v1.History.decode(bytes);
}
