import type { z } from 'zod';
import type { Json } from '../../domain/json.ts';
import type { AgentTool, ToolParticipant } from '../../domain/team.ts';
import type { ToolKindName } from '../../domain/tools/registry.ts';
import type { Component } from '../autogen/component.ts';
import type { Fields } from '../autogen/fields.ts';
import type { Reader } from '../autogen/reader.ts';
import type { Report } from '../autogen/report.ts';
import type { Writer, WrittenComponent } from '../autogen/writer.ts';

export type ToolOf<Kind extends ToolKindName> = Extract<AgentTool, { kind: Kind }>;

/** The participants that may be used as tools, as a person may write them. */
export interface WithinTools {
  behindTool: z.ZodType<ToolParticipant>;
}

/** A kind of tool where it crosses a boundary: in a team's JSON, and in AutoGen's. */
export interface ToolContract<Kind extends ToolKindName> {
  /** What a person may write. */
  schema(within: WithinTools): z.ZodType<ToolOf<Kind>>;
  autogen: AutogenTool<ToolOf<Kind>> | AutogenServer<ToolOf<Kind>> | NotInAutogen;
  /** What AutoGen's names are for fields that are called otherwise here, where snake case is not enough. */
  fieldNames?: Record<string, string>;
}

/** One tool there, one tool here. */
export interface AutogenTool<Tool> {
  /** The classes that are read as it, by their full names; null: nothing could run, which the report says. */
  classes: Record<string, (component: Component, reader: Reader) => Tool | null>;
  write(tool: Tool, path: string, writer: Writer): WrittenComponent;
  /** What its workbench has to call it, by the name that AutoGen gives it; null: it is called so already. */
  renamed?(tool: Tool): Record<string, { name: string; description: string }> | null;
}

/** Nothing there is like it. */
export interface NotInAutogen {
  /** What the report of an export says of it. */
  missing: string;
}

/** An McpWorkbench. */
export interface AutogenServer<Server> {
  /** How its `server_params` are read, by their type. */
  params: Record<string, (fields: Fields, overrides: ServerOverrides, report: Report) => Server>;
  /** Classes of one tool of such a server, by their full names, with the type of their parameters. */
  adapters: Record<string, string>;
  /** Its `server_params`. */
  write(server: Server, path: string, writer: Writer): Json;
}

/** Other names and descriptions for a server's tools, by their own name. */
export type ServerOverrides = Record<string, { name?: string; description?: string }>;
