import {
  createRailwayContext,
  type ProjectDefinition,
  RAILWAY_GRAPH_VERSION,
  type RailwayGraph,
  type ResourceNode,
} from 'railway/iac';
import program from '../../.railway/railway.ts';

/** What the Railway CLI would make of `.railway/railway.ts` for an environment; asks nobody. */
export async function evaluateRailway(environment: string): Promise<RailwayGraph> {
  const define = (name: string, definition: Omit<ProjectDefinition, 'name'>) => ({ name, ...definition });
  const { name, resources = [] } = await program(createRailwayContext({ environment }), define);
  const nodes = resources.flat();
  return {
    version: RAILWAY_GRAPH_VERSION,
    project: { name },
    environments: [{ name: environment }],
    resources: nodes,
    edges: nodes.flatMap(edgesOf),
  };
}

/** What a service refers to: other resources by its variables, volumes by what it mounts. */
function edgesOf(node: ResourceNode): RailwayGraph['edges'] {
  if (node.type !== 'service') return [];
  const mounts = Object.values(node.volumeAttachments ?? {}).map(({ volume }) => ({
    from: node.address,
    to: volume,
    type: 'mount' as const,
  }));
  const references = Object.entries(node.variables ?? {}).flatMap(([key, value]) =>
    value.type === 'reference'
      ? [{ from: node.address, to: value.resource, type: 'variable' as const, key }]
      : [],
  );
  return [...mounts, ...references];
}
