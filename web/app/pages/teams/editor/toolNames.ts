import { isRecord, kindOf, listAt, textOf, valueAt } from './jsonValue.ts';

/** The tools of a team's agents that its JSON names, and whether a server may offer others. Inner teams have their own. */
export function toolNamesIn(team: unknown): { names: string[]; hasServer: boolean } {
  const tools = listAt(team, ['participants']).flatMap(toolsOf);
  const names = tools.flatMap((tool) => {
    const overrides = valueAt(tool, ['overrides']);
    const given = isRecord(overrides) ? Object.values(overrides) : [];
    return [tool, ...given].map((each) => textOf(valueAt(each, ['name'])));
  });
  return {
    names: [...new Set(names)].filter((name) => name !== ''),
    hasServer: tools.some((tool) => kindOf(tool).startsWith('mcp_')),
  };
}

function toolsOf(participant: unknown): unknown[] {
  return listAt(participant, ['tools']).flatMap((tool) => [tool, ...toolsOf(valueAt(tool, ['participant']))]);
}
