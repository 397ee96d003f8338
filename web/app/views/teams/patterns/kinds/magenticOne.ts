import type { OrchestratorRequest } from '../../../../../../workflows/domain/patterns/kinds/magenticOne/magenticOne.ts';
import { star } from '../../graph/picture.ts';
import type { ManagerView, PatternView } from '../patternView.ts';

const manager: ManagerView<OrchestratorRequest> = {
  name: 'Orchestrator',
  detail: 'Plans, and says who does what',
  requests: {
    facts: { done: 'Gathered the facts', now: 'gathering the facts…' },
    plan: { done: 'Made a plan', now: 'making a plan…' },
    facts_update: { done: 'Brought the facts up to date', now: 'bringing the facts up to date…' },
    plan_update: { done: 'Made a new plan', now: 'making a new plan…' },
    progress: { done: 'Looked at the progress', now: 'looking at the progress…' },
    final_answer: { done: 'Wrote the final answer', now: 'writing the final answer…' },
  },
};

export const magenticOne: PatternView<'magentic_one'> = {
  make: () => ({ kind: 'magentic_one', model: null, maxStalls: 3, maxResets: null, finalAnswerPrompt: null }),
  manager: manager,
  drawing: null,
  picture: (_pattern, nodes) => star(nodes, manager),
};
