import type { ReactNode } from 'react';
import type { AgentTool } from '../../../../../workflows/domain/team.ts';
import type { ToolKindName } from '../../../../../workflows/domain/tools/registry.ts';
import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';
import type { Translate } from '../../../languages/translator.ts';

type ToolOf<Kind extends ToolKindName> = Extract<AgentTool, { kind: Kind }>;

/** A kind of tool as people see it; its names are in the catalogues (languages/en/tools.ts). */
export interface ToolView<Kind extends ToolKindName> {
  /** The initial JSON; its texts are in the language of the page. */
  make(t: Translate): ToolOf<Kind>;
  /** Its title among an agent's tools. */
  title(tool: ToolOf<Kind>): string;
  /** Its code; absent to show its JSON. */
  code?(tool: ToolOf<Kind>): string;
  /** Its fields in the editor. */
  Fields: (props: { path: TeamPath }) => ReactNode;
}
