/**
 * Converts a team stored by version 0.1.0 (an agent with a model's name and a temperature, no tools) to the current
 * form; anything else is returned unchanged. A temperature for the deployment's default model is dropped.
 */
export function upgradeTeam(value: unknown): unknown {
  if (!isRecord(value) || !isOfFirstVersion(value)) return value;
  const { participants, termination } = value;
  return {
    name: null,
    description: 'A team of agents.',
    ...value,
    participants: Array.isArray(participants) ? participants.map(upgradeParticipant) : participants,
    termination: upgradeCondition(termination),
    emitTeamEvents: false,
    toolPolicies: [],
  };
}

/** A condition as version 0.1.0 stored it, whose messages were all said by somebody. */
export function upgradeCondition(condition: unknown): unknown {
  if (!isRecord(condition)) return condition;
  if (condition.kind === 'max_messages') return { includeAgentEvents: false, ...condition };
  if (!Array.isArray(condition.conditions)) return condition;
  return { ...condition, conditions: condition.conditions.map(upgradeCondition) };
}

const FIRST_FIELDS = ['pattern', 'participants', 'termination', 'maxTurns'];

function isOfFirstVersion(team: Record<string, unknown>): boolean {
  return FIRST_FIELDS.every((field) => field in team) && Object.keys(team).length === FIRST_FIELDS.length;
}

function upgradeParticipant(participant: unknown): unknown {
  if (!isRecord(participant) || participant.kind !== 'agent' || !('temperature' in participant))
    return participant;
  const { temperature, model, ...rest } = participant;
  return {
    ...rest,
    model: typeof model === 'string' ? clientOf(model, temperature) : model,
    tools: [],
    handoffs: [],
    context: { kind: 'unbounded' },
    memory: [],
    maxToolIterations: 1,
    reflectOnToolUse: false,
    toolCallSummaryFormat: '{result}',
    output: null,
    filter: null,
  };
}

function clientOf(model: string, temperature: unknown) {
  return {
    model,
    baseUrl: null,
    apiKeySecret: null,
    parameters: temperature === null ? {} : { temperature },
    info: null,
    includeNameInMessage: true,
    addNamePrefixes: false,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
