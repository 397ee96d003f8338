import type { ReactNode } from 'react';
import { assertNever } from '../../../../../workflows/domain/json.ts';
import type {
  CodeExecutorParticipant,
  Participant,
  SocietyParticipant,
  TeamConfig,
} from '../../../../../workflows/domain/team.ts';
import { countOf } from '../../../views/format/count.ts';
import { inputInWords } from '../deadlineInWords.ts';
import { Fact } from '../Fact.tsx';
import { lengthInWords } from '../lengthInWords.ts';
import { contextInWords, modelInWords } from '../../../views/teams/participantInWords.ts';
import { AgentFacts } from './AgentFacts.tsx';
import { Prompt } from './Prompt.tsx';

export type ParticipantFactsProps = {
  participant: Participant;
  /** Shows the team that stands in a participant. */
  innerTeam: (team: TeamConfig) => ReactNode;
};

/** What there is to know of a participant, beside its name and its description. */
export function ParticipantFacts({ participant, innerTeam }: ParticipantFactsProps) {
  switch (participant.kind) {
    case 'agent':
      return <AgentFacts agent={participant} />;
    case 'person':
      return (
        <dl className="space-y-3">
          <Fact label="Is asked">
            <Prompt>{participant.prompt}</Prompt>
          </Fact>
          <Fact label="Deadline">{inputInWords(participant)}</Fact>
        </dl>
      );
    case 'code_executor':
      return <CodeExecutorFacts executor={participant} />;
    case 'society':
      return (
        <>
          <SocietyFacts society={participant} />
          {innerTeam(participant.team)}
        </>
      );
    case 'team':
      return innerTeam(participant.team);
    default:
      return assertNever(participant);
  }
}

function CodeExecutorFacts({ executor }: { executor: CodeExecutorParticipant }) {
  const { model } = executor;
  return (
    <dl className="space-y-3">
      <Fact label="Runs">
        {executor.sources === null
          ? 'The code blocks of everybody’s messages'
          : `The code blocks of ${executor.sources.join(', ')}`}
        {model === 'none' ? '.' : ', and those that its model writes.'} Languages:{' '}
        {executor.supportedLanguages.join(', ')}. At most {lengthInWords(executor.timeoutSeconds)} a run,{' '}
        {countOf(executor.maxRetriesOnError, 'retry', 'retries')} after an error.
      </Fact>
      {model === 'none' ? null : (
        <>
          <Fact label="System message">
            <Prompt>{executor.systemMessage}</Prompt>
          </Fact>
          <Fact label="Model">{modelInWords(model)}</Fact>
          <Fact label="Its model is shown">{contextInWords(executor.context)}</Fact>
        </>
      )}
    </dl>
  );
}

function SocietyFacts({ society }: { society: SocietyParticipant }) {
  return (
    <dl className="space-y-3">
      <Fact label="How its answer is made">
        An inner team works; then a model puts its work into one answer.
      </Fact>
      <Fact label="Told before the inner team’s work">
        <Prompt>{society.instruction}</Prompt>
      </Fact>
      <Fact label="Told after it">
        <Prompt>{society.responsePrompt}</Prompt>
      </Fact>
      <Fact label="Model">{modelInWords(society.model)}</Fact>
    </dl>
  );
}
