import { autogenFinding, type AutogenFindingName } from '../findings/finding.ts';
import type { ComponentClass, ComponentKind } from './componentClass.ts';
import { type Fields, fieldsOf } from './fields.ts';
import { isRecord, type Place, type Report } from './report.ts';

/** AutoGen's own short names. */
const ALIASES: Record<string, string> = {
  openai_chat_completion_client: 'autogen_ext.models.openai.OpenAIChatCompletionClient',
  OpenAIChatCompletionClient: 'autogen_ext.models.openai.OpenAIChatCompletionClient',
  azure_openai_chat_completion_client: 'autogen_ext.models.openai.AzureOpenAIChatCompletionClient',
  AzureOpenAIChatCompletionClient: 'autogen_ext.models.openai.AzureOpenAIChatCompletionClient',
  OllamaChatCompletionClient: 'autogen_ext.models.ollama.OllamaChatCompletionClient',
};

/** Modules that a dump has named and that offer the same class: `autogen_ext.memory.redis_memory`. */
const MOVED: Record<string, string> = { 'autogen_ext.memory.redis_memory': 'autogen_ext.memory.redis' };

/** A component as written in a file. */
export interface Component {
  /** Its class's name: "RoundRobinGroupChat". */
  name: string;
  /** With the module that offers it. */
  provider: string;
  place: Place;
  label: string | null;
  description: string | null;
  /** Of its form; null: the file does not say. */
  version: number | null;
  fields: Fields;
}

/** Reads a component of a kind; null if it is none, which the report then lists as a problem. */
export function componentOf(place: Place, kind: ComponentKind, report: Report): Component | null {
  const outer = fieldsOf(place, report);
  if (!isRecord(place.value)) return null;
  const provider = outer.textOr('provider', null);
  const config = outer.object('config');
  if (provider === null) outer.missing('provider');
  if (config === null) outer.missing('config');
  outer.textOr('component_type', null);
  const version = outer.integerOr('component_version', null) ?? outer.integerOr('version', null);
  outer.integerOr('version', null);
  const label = outer.textOr('label', null);
  const description = outer.textOr('description', null);
  outer.end();
  if (provider === null || config === null) return null;
  const found = classOf(provider, report);
  if (found === null) {
    report.problems.push({
      path: `${place.path}.provider`,
      message: autogenFinding('unknownComponent', { provider, kind: kindFinding(kind) }),
      fix: autogenFinding('fixComponent', { examples: examplesOf(kind, report) }),
    });
    return null;
  }
  if (found.kind !== kind) {
    report.problems.push({
      path: place.path,
      message: autogenFinding('otherComponent', { found: kindFinding(found.kind), kind: kindFinding(kind) }),
      fix: autogenFinding('fixOther', { kind: kindFinding(kind), examples: examplesOf(kind, report) }),
    });
    return null;
  }
  const name = nameOf(found.provider);
  return { name, provider: found.provider, place, label, description, version, fields: config };
}

/** The kind of a component by its provider, if it is known. */
export function kindOfComponent(value: unknown, known: Pick<Report, 'classes'>): ComponentKind | null {
  if (!isRecord(value) || typeof value.provider !== 'string') return null;
  return classOf(value.provider, known)?.kind ?? null;
}

/** Modules that begin with an underscore are where AutoGen keeps what its public ones offer. */
function classOf(provider: string, { classes }: Pick<Report, 'classes'>): ComponentClass | null {
  const full = Object.hasOwn(ALIASES, provider) ? (ALIASES[provider] ?? provider) : provider;
  const name = nameOf(full);
  const module = full
    .split('.')
    .slice(0, -1)
    .filter((part) => !part.startsWith('_'))
    .join('.');
  const known = classes.get(name);
  return known?.provider === `${MOVED[module] ?? module}.${name}` ? known : null;
}

function nameOf(provider: string): string {
  return provider.slice(provider.lastIndexOf('.') + 1);
}

function examplesOf(kind: ComponentKind, { classes }: Report): string {
  const providers = [...classes.values()]
    .filter((each) => each.kind === kind)
    .map(({ provider }) => provider);
  return providers.sort().slice(0, 3).join(', ');
}

const KINDS = {
  team: 'kindTeam',
  agent: 'kindAgent',
  model: 'kindModel',
  tool: 'kindTool',
  workbench: 'kindWorkbench',
  termination: 'kindTermination',
  'model context': 'kindContext',
  memory: 'kindMemory',
  'structured message': 'kindMessage',
  'code executor': 'kindExecutor',
} as const satisfies Record<ComponentKind, AutogenFindingName>;

/** What a kind is called within a finding: "an agent". */
export function kindFinding(kind: ComponentKind): string {
  return autogenFinding(KINDS[kind]);
}
