/** How messages are written, by AutoGen's transformer maps (`autogen_ext/models/openai/_message_transform.py`). */
export type WireForm = 'plain' | 'gemini' | 'claude' | 'mistral';

/** The vendors of Chat Completions. All differences between them are here. */
export interface Dialect {
  /** Ends of its hosts' names, with a port where that tells it apart. None: it runs anywhere. */
  hosts: readonly string[];
  /** AutoGen's names of the families of its models. */
  families: readonly string[];
  /** What its models' names begin with, where no family says it. */
  models: readonly string[];
  form: WireForm;
  /** Where requests for these models go where a client names no address (AutoGen's rule). */
  home?: { models: string; baseUrl: string };
  /** An answer at the end loses the whitespace at its own end: the API refuses it. */
  trimsLastAnswer?: boolean;
  /** Families to which AutoGen gives a selector's prompt as a system message. */
  selectsAsSystem?: RegExp;
  /** Models with the larger vocabulary; others are counted with the older one. */
  o200k?: readonly string[];
  /** Further fields of thoughts that go back beside tool calls. */
  goesBack?: readonly string[];
  /** Calls of another model need a signature here that says that it can't have one (Gemini's documentation). */
  wantsSignatures?: RegExp;
}

const ANYWHERE = { hosts: [], families: [], models: [], form: 'plain' } as const;

export const dialectNames = [
  'openai',
  'azure',
  'gemini',
  'anthropic',
  'mistral',
  'deepseek',
  'ollama',
  'openrouter',
  'vllm',
  'llama_cpp',
] as const;

export type DialectName = (typeof dialectNames)[number];

/** Where a name fits several, the first counts. */
export const dialects: Record<DialectName, Dialect> = {
  openai: {
    hosts: ['api.openai.com'],
    families: ['gpt-5', 'gpt-41', 'gpt-45', 'gpt-4o', 'o1', 'o3', 'o4', 'gpt-4', 'gpt-35'],
    models: [],
    form: 'plain',
    selectsAsSystem: /^(gpt-|o[134]|chatgpt)/,
    o200k: ['gpt-4o', 'gpt-4.1', 'gpt-5', 'o1', 'o3', 'o4', 'chatgpt-4o'],
  },
  azure: {
    ...ANYWHERE,
    hosts: ['.openai.azure.com', '.services.ai.azure.com', '.cognitiveservices.azure.com'],
  },
  gemini: {
    hosts: ['generativelanguage.googleapis.com', 'aiplatform.googleapis.com'],
    families: [
      'gemini-1.5-flash',
      'gemini-1.5-pro',
      'gemini-2.0-flash',
      'gemini-2.5-pro',
      'gemini-2.5-flash',
    ],
    models: ['gemini-1.5-flash', 'gemini-1.5-pro', 'gemini-2.0-flash', 'gemini-2.5-pro', 'gemini-2.5-flash'],
    form: 'gemini',
    home: { models: 'gemini-', baseUrl: 'https://generativelanguage.googleapis.com/v1beta/openai/' },
    wantsSignatures: /^(google\/|models\/)?gemini-([3-9]|\d{2})/,
  },
  anthropic: {
    hosts: ['api.anthropic.com'],
    families: [
      'claude-3-haiku',
      'claude-3-sonnet',
      'claude-3-opus',
      'claude-3-5-haiku',
      'claude-3-5-sonnet',
      'claude-3-7-sonnet',
      'claude-4-opus',
      'claude-4-sonnet',
    ],
    models: [
      'claude-3-haiku',
      'claude-3-sonnet',
      'claude-3-opus',
      'claude-3-5-haiku',
      'claude-3-5-sonnet',
      'claude-3-7-sonnet',
      'claude-4-opus',
      'claude-4-sonnet',
    ],
    form: 'claude',
    home: { models: 'claude-', baseUrl: 'https://api.anthropic.com/v1/' },
    trimsLastAnswer: true,
  },
  mistral: {
    hosts: ['api.mistral.ai', 'codestral.mistral.ai'],
    families: ['codestral', 'open-codestral-mamba', 'mistral', 'ministral', 'pixtral'],
    models: ['codestral', 'open-codestral-mamba', 'mistral', 'ministral', 'pixtral'],
    form: 'mistral',
  },
  deepseek: { ...ANYWHERE, hosts: ['api.deepseek.com'], families: ['r1'] },
  ollama: { ...ANYWHERE, hosts: [':11434', 'ollama.com'], goesBack: ['reasoning'] },
  openrouter: { ...ANYWHERE, hosts: ['openrouter.ai'], goesBack: ['reasoning'] },
  vllm: { ...ANYWHERE, goesBack: ['reasoning'] },
  llama_cpp: ANYWHERE,
};

/** Llama's own service, whose families AutoGen writes as OpenAI's. */
const LLAMA_FAMILY = /^llama-(3\.3-(8b|70b)|4-(scout|maverick))$/;
const LLAMA_HOME = { models: 'Llama-', baseUrl: 'https://api.llama.com/compat/v1/' };

const entries = dialectNames.map((name) => ({ name, dialect: dialects[name] }));

/** The form for a model of a family; where AutoGen does not know the family, the model's name says it. */
export function wireFormOf(model: string, family: string): WireForm {
  if (LLAMA_FAMILY.test(family)) return 'plain';
  const own = entries.find(({ dialect }) => dialect.families.includes(family));
  const named = entries.find(({ dialect }) => dialect.models.some((begin) => model.startsWith(begin)));
  return (own ?? named)?.dialect.form ?? 'plain';
}

/** Who answers at an address, where the table knows it. */
export function dialectAt(baseUrl: string): DialectName | null {
  if (!URL.canParse(baseUrl)) return null;
  const { host } = new URL(baseUrl);
  return entries.find(({ dialect }) => dialect.hosts.some((end) => isHost(host, end)))?.name ?? null;
}

function isHost(host: string, end: string): boolean {
  return host === end || host.endsWith(/^[.:]/.test(end) ? end : `.${end}`);
}

/** Where AutoGen sends a model's requests when a client names no address; null: to OpenAI, or where it is set. */
export function homeOf(model: string): string | null {
  const homes = [
    ...entries.flatMap(({ dialect: { home } }) => (home === undefined ? [] : [home])),
    LLAMA_HOME,
  ];
  return homes.find(({ models }) => model.startsWith(models))?.baseUrl ?? null;
}

/** Whether a model's last answer in a request must not end with whitespace; AutoGen only looks at its name. */
export function trimsLastAnswer(model: string): boolean {
  return entries.some(
    ({ dialect }) =>
      dialect.trimsLastAnswer === true && dialect.home !== undefined && model.startsWith(dialect.home.models),
  );
}

/** Whether a family's selector prompt is a system message. */
export function selectsAsSystem(family: string): boolean {
  return entries.some(({ dialect }) => dialect.selectsAsSystem?.test(family) === true);
}

/** Whether a model counts with OpenAI's larger vocabulary. */
export function hasLargeVocabulary(model: string): boolean {
  return entries.some(({ dialect }) => dialect.o200k?.some((begin) => model.startsWith(begin)) === true);
}

/** Whether calls without a signature of their own need one that says so. */
export function wantsSignatures(model: string): boolean {
  return entries.some(({ dialect }) => dialect.wantsSignatures?.test(model) === true);
}
