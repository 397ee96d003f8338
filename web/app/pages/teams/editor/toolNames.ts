import { KNOWLEDGE_TOOL } from '../../../../../workflows/domain/knowledge/knowledgeUse.ts';
import { kindOfTool, toolKindNames } from '../../../../../workflows/domain/tools/registry.ts';
import { isRecord, kindOf, listAt, textOf, valueAt } from './jsonValue.ts';

/**
 * The tools of a team's agents that its JSON names, and whether a server may offer others. Inner teams are
 * separate.
 */
export function toolNamesIn(team: unknown): { names: string[]; hasServer: boolean } {
  const tools = listAt(team, ['participants']).flatMap(toolsOf);
  const names = tools.flatMap((tool) => {
    const overrides = valueAt(tool, ['overrides']);
    const given = isRecord(overrides) ? Object.values(overrides) : [];
    return [tool, ...given].map((each) => textOf(valueAt(each, ['name'])));
  });
  const lookUps = listAt(team, ['participants'])
    .flatMap((participant) => listAt(participant, ['knowledge']))
    .filter((use) => valueAt(use, ['how']) === 'tool')
    .map((use) => textOf(valueAt(use, ['toolName'])) || KNOWLEDGE_TOOL);
  return {
    names: [...new Set([...names, ...lookUps])].filter((name) => name !== ''),
    hasServer: tools.some((tool) => SERVER_KINDS.includes(kindOf(tool))),
  };
}

function toolsOf(participant: unknown): unknown[] {
  return listAt(participant, ['tools']).flatMap((tool) => [tool, ...toolsOf(valueAt(tool, ['participant']))]);
}

/** Kinds whose tools are not named in a team's JSON. */
const SERVER_KINDS: string[] = toolKindNames.filter((kind) => kindOfTool({ kind }).nameOf === null);
