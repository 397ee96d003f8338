import type { Participant } from '../../../../../workflows/domain/team.ts';
import type { FactsProps } from './participantView.ts';
import { viewOfParticipant } from './registry.ts';

/** The facts about a participant, besides its name and description. */
export function ParticipantFacts(props: FactsProps<Participant['kind']>) {
  const { Facts } = viewOfParticipant(props.participant);
  return <Facts {...props} />;
}
