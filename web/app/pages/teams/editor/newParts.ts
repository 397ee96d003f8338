import { type ModelClient, modelClient } from '../../../../../workflows/domain/model.ts';
import {
  agent,
  DEFAULT_TOOL_POLICY,
  team,
  type TeamConfig,
  type ToolPolicy,
} from '../../../../../workflows/domain/team.ts';
import type { Translate } from '../../../languages/translator.ts';

/** The initial JSON of parts that are added to a team: AutoGen's defaults if it has any. */

/** A name that is not taken. */
export function freshName(stem: string, taken: readonly string[]): string {
  if (!taken.includes(stem)) return stem;
  let number = 2;
  while (taken.includes(`${stem}_${String(number)}`)) number += 1;
  return `${stem}_${String(number)}`;
}

export function newModelClient(): ModelClient {
  return modelClient({ model: 'gpt-4o-mini' });
}

/** Its texts are in the language of the page. */
export function newInnerTeam(t: Translate): TeamConfig {
  return team({
    participants: [agent({ name: 'worker', systemMessage: t('editor:starts.agent.systemMessage') })],
    termination: { kind: 'max_messages', maxMessages: 4, includeAgentEvents: false },
  });
}

export function newToolPolicy(): ToolPolicy {
  return { ...DEFAULT_TOOL_POLICY, approval: { kind: 'always' } };
}
