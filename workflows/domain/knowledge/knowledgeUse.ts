import type { Json } from '../json.ts';
import type { ToolDescription } from '../tool.ts';

/** When an agent's knowledge is looked up: before each of its answers, or when its model asks for it. */
export const knowledgeOccasions = ['before_each_answer', 'tool'] as const;
export type KnowledgeOccasion = (typeof knowledgeOccasions)[number];

/** Where and how a look-up looks. What is optional has a default (`lookUpRules`). */
export interface LookUpSettings {
  /** Collections of the project, by name. */
  collections: string[];
  /** At most so many passages are found. */
  count: number;
  /** What the metadata of a passage has to contain; absent: anything. */
  filter?: Record<string, Json> | undefined;
  /** The least cosine of a passage with the question; absent: any. */
  threshold?: number | undefined;
  /** The vectors' share of the score, 0 to 1; the rest is the words'. */
  vectorWeight?: number | undefined;
  /** How much likeness to a passage that is already chosen takes away, 0 to 1. */
  diversity?: number | undefined;
  /** How many passages before and after a found one come with it. */
  neighbours?: number | undefined;
}

/** What an agent knows from documents. */
export interface KnowledgeUse extends LookUpSettings {
  how: KnowledgeOccasion;
  /** What the model calls it, and is told of it, where it asks by itself. */
  toolName?: string | undefined;
  toolDescription?: string | undefined;
}

/** How a look-up ranks and what it takes. */
export interface LookUpRules {
  count: number;
  filter: Record<string, Json>;
  threshold: number | null;
  vectorWeight: number;
  diversity: number;
  neighbours: number;
}

/** What the settings of a look-up may be; `count` and `neighbours` are whole numbers. */
export const LOOK_UP_RANGES = {
  count: { min: 1, max: 50 },
  vectorWeight: { min: 0, max: 1 },
  threshold: { min: -1, max: 1 },
  diversity: { min: 0, max: 1 },
  neighbours: { min: 0, max: 5 },
} as const;

/** How many passages a search gives, where none is said. */
export const USUAL_COUNT = 6;

/** The vectors' share of the score, where none is said. */
export const VECTOR_WEIGHT = 0.7;

/** A person's search looks in no more collections at once. */
export const MOST_SEARCHED_COLLECTIONS = 500;

/** The rules of a look-up, with the defaults for what its settings do not say. */
export function lookUpRules(settings: LookUpSettings): LookUpRules {
  return {
    count: settings.count,
    filter: settings.filter ?? {},
    threshold: settings.threshold ?? null,
    vectorWeight: settings.vectorWeight ?? VECTOR_WEIGHT,
    diversity: settings.diversity ?? 0,
    neighbours: settings.neighbours ?? 0,
  };
}

/** The name of a tool that looks knowledge up, where none is said. */
export const KNOWLEDGE_TOOL = 'search_documents';

/** What a model calls the tool of such a use; null: it has none. */
export function knowledgeToolName(use: KnowledgeUse): string | null {
  return use.how === 'tool' ? (use.toolName ?? KNOWLEDGE_TOOL) : null;
}

/** What a model is told of the tool of such a use. */
export function knowledgeTool(use: KnowledgeUse): ToolDescription {
  return {
    name: use.toolName ?? KNOWLEDGE_TOOL,
    description:
      use.toolDescription ??
      `Finds passages in these documents: ${use.collections.join(', ')}. Ask a whole question, in the words in which an answer would stand.`,
    parameters: {
      type: 'object',
      properties: { query: { type: 'string', description: 'What to look for.' } },
      required: ['query'],
      additionalProperties: false,
    },
  };
}
