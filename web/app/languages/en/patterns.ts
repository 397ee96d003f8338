import type { PatternKind } from '../../../../workflows/domain/patterns/registry.ts';
import type { KindWords } from '../kindWords.ts';

/** Each speaker pattern: its name, how it chooses who speaks, and its state after a turn. */
export const patterns = {
  round_robin: {
    name: 'Round robin',
    description: 'The participants speak one after another, in the order they are listed.',
    state: { next: 'Next to speak: {{who}}.' },
  },
  single_agent: {
    name: 'Single agent',
    description: 'One participant works on the task alone.',
    state: { answered: 'The task is answered.', unanswered: 'The task is not answered yet.' },
  },
  selector: {
    name: 'Selector',
    manager: { name: 'Selector', detail: 'A model chooses who speaks' },
    description: 'Before each turn, a model reads the conversation and chooses who speaks.',
    state: {
      previous: '{{who}} spoke last.',
      noPrevious: 'Nobody has spoken yet.',
      chosen: '{{who}} is chosen to speak.',
    },
    fields: {
      model: 'Who selects',
      prompt: 'How it is asked',
      promptHint: 'With {roles}, {participants} and {history}. Empty: AutoGen’s own wording.',
      allowRepeatedSpeaker: 'The same participant may speak twice in a row',
      maxAttempts: 'Attempts before the fallback speaks',
      candidateFilter: 'Who may be chosen',
      candidateFilterHint:
        'A CEL expression over name, description, previous and last (source, type, content). Empty: everyone.',
      streaming: 'With team events on, show the selector’s answers',
    },
  },
  swarm: {
    name: 'Swarm',
    drawing: 'Who can hand over to whom',
    asker: 'Who gave the task',
    outsider: 'Outside the team',
    description: 'Whoever is speaking carries on until they hand over to someone else.',
    state: {
      next: 'Next to speak: {{who}}.',
      handoff: '{{source}} handed over to {{target}}.',
      noHandoff: 'Nobody has handed over yet.',
    },
  },
  graph: {
    name: 'Graph flow',
    drawing: 'The graph',
    noParticipant: 'No such participant',
    noNode: 'No such node',
    edge: {
      condition: 'if the message contains “{{condition}}”',
      any: 'any of its group is enough',
      anyMark: 'any',
      conditionMark: '“{{condition}}”',
      conditionAndAny: 'if the message contains “{{condition}}”; any of its group is enough',
    },
    description: 'A graph says who speaks next: in sequence, in parallel, on conditions, in loops.',
    state: { ready: 'Ready to run: {{nodes}}.', complete: 'Nothing is left to run.' },
  },
  magentic_one: {
    name: 'Magentic-One',
    manager: { name: 'Orchestrator', detail: 'Plans, and says who does what' },
    description: 'An orchestrator plans, keeps a ledger of progress, and says who does what next.',
    state: {
      next: 'Next to speak: {{who}}.',
      ledger: 'Entries in the ledger: {{rounds}}. Stalls in a row: {{stalls}}. New plans: {{resets}}.',
    },
    fields: {
      model: 'Who orchestrates',
      maxStalls: 'Stalls before it makes a new plan',
      maxResets: 'New plans',
      noLimit: 'No limit',
      finalAnswerPrompt: 'How it is asked for the final answer',
      finalAnswerPromptHint: 'Empty: AutoGen’s own wording.',
    },
  },
} as const satisfies KindWords<PatternKind, 'name' | 'description'>;
