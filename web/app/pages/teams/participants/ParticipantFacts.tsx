import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../../../workflows/domain/json.ts';
import type {
  CodeExecutorParticipant,
  Participant,
  SocietyParticipant,
  TeamConfig,
} from '../../../../../workflows/domain/team.ts';
import type { Translate } from '../../../languages/translator.ts';
import { modelInWords } from '../../../views/teams/participantInWords.ts';
import { contextInWords } from '../contexts/registry.ts';
import { inputInWords } from '../deadlineInWords.ts';
import { Fact } from '../Fact.tsx';
import { lengthInWords } from '../lengthInWords.ts';
import { AgentFacts } from './AgentFacts.tsx';
import { Prompt } from './Prompt.tsx';

export type ParticipantFactsProps = {
  participant: Participant;
  /** Shows the team that stands in a participant. */
  innerTeam: (team: TeamConfig) => ReactNode;
};

/** What there is to know of a participant, beside its name and its description. */
export function ParticipantFacts({ participant, innerTeam }: ParticipantFactsProps) {
  const { t, i18n } = useTranslation('participants');
  switch (participant.kind) {
    case 'agent':
      return <AgentFacts agent={participant} />;
    case 'person':
      return (
        <dl className="space-y-3">
          <Fact label={t('person.facts.prompt')}>
            <Prompt>{participant.prompt}</Prompt>
          </Fact>
          <Fact label={t('person.facts.deadline')}>{inputInWords(i18n.t, participant)}</Fact>
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
  const { t, i18n } = useTranslation('participants');
  const { model } = executor;
  const limits = {
    length: lengthInWords(i18n.t, executor.timeoutSeconds),
    count: executor.maxRetriesOnError,
  };
  return (
    <dl className="space-y-3">
      <Fact label={t('code_executor.facts.runs')}>
        <p>{codeInWords(i18n.t, executor)}</p>
        <p>{t('code_executor.facts.languages', { languages: executor.supportedLanguages.join(', ') })}</p>
        <p>{t('code_executor.facts.limits', limits)}</p>
      </Fact>
      {model === 'none' ? null : (
        <>
          <Fact label={t('code_executor.facts.systemMessage')}>
            <Prompt>{executor.systemMessage}</Prompt>
          </Fact>
          <Fact label={t('code_executor.facts.model')}>{modelInWords(i18n.t, model)}</Fact>
          <Fact label={t('code_executor.facts.context')}>{contextInWords(i18n.t, executor.context)}</Fact>
        </>
      )}
    </dl>
  );
}

/** Whose code it runs. */
function codeInWords(t: Translate, { sources, model }: CodeExecutorParticipant): string {
  if (sources === null) {
    return t(
      model === 'none'
        ? 'participants:code_executor.facts.everyones'
        : 'participants:code_executor.facts.everyonesAndOwn',
    );
  }
  const names = sources.join(', ');
  return model === 'none'
    ? t('participants:code_executor.facts.theirs', { sources: names })
    : t('participants:code_executor.facts.theirsAndOwn', { sources: names });
}

function SocietyFacts({ society }: { society: SocietyParticipant }) {
  const { t, i18n } = useTranslation('participants');
  return (
    <dl className="space-y-3">
      <Fact label={t('society.facts.how')}>{t('society.facts.howHint')}</Fact>
      <Fact label={t('society.facts.before')}>
        <Prompt>{society.instruction}</Prompt>
      </Fact>
      <Fact label={t('society.facts.after')}>
        <Prompt>{society.responsePrompt}</Prompt>
      </Fact>
      <Fact label={t('society.facts.model')}>{modelInWords(i18n.t, society.model)}</Fact>
    </dl>
  );
}
