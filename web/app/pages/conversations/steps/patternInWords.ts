import { assertNever } from '../../../../../workflows/domain/json.ts';
import type { PatternState } from '../../../../../workflows/domain/patterns/registry.ts';
import type { Translate } from '../../../languages/translator.ts';

/** A pattern's state in a sentence or two. */
export function patternInWords(
  state: PatternState,
  participants: readonly string[],
  { t, list }: { t: Translate; list: (names: readonly string[]) => string },
): string[] {
  switch (state.kind) {
    case 'round_robin':
      return [t('replay:step.pattern.next', { who: participants[state.nextIndex] ?? '?' })];
    case 'single_agent':
      return [t(state.answered ? 'replay:step.pattern.answered' : 'replay:step.pattern.unanswered')];
    case 'selector':
      return [
        state.previous === null
          ? t('replay:step.pattern.noPrevious')
          : t('replay:step.pattern.previous', { who: state.previous }),
        ...(state.chosen === null ? [] : [t('replay:step.pattern.chosen', { who: state.chosen })]),
      ];
    case 'swarm':
      return [
        state.handoff === null
          ? t('replay:step.pattern.noHandoff')
          : t('replay:step.pattern.handoff', state.handoff),
        ...(state.current === null ? [] : [t('replay:step.pattern.next', { who: state.current })]),
      ];
    case 'graph':
      return [
        state.ready.length === 0
          ? t('replay:step.pattern.complete')
          : t('replay:step.pattern.ready', { nodes: list(state.ready) }),
      ];
    case 'magentic_one': {
      const { rounds, stalls, resets } = state;
      return [
        t('replay:step.pattern.ledger', { rounds, stalls, resets }),
        ...(state.speaker === null ? [] : [t('replay:step.pattern.next', { who: state.speaker })]),
      ];
    }
    default:
      return assertNever(state);
  }
}
