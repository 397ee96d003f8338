import type { Participant } from '../../../workflows/domain/team.ts';
import { Avatar } from '../components/ui/Avatar.tsx';
import { Badge } from '../components/ui/Badge.tsx';
import { Card } from '../components/ui/Card.tsx';
import { inputInWords, reviewInWords } from './deadlineInWords.ts';
import { Fact } from './Fact.tsx';

/** One participant of a team: what it is for, what it is told, who looks over its shoulder. */
export function ParticipantCard({ participant }: { participant: Participant }) {
  return (
    <Card className="p-4 sm:p-5">
      <div className="flex items-start gap-3">
        <Avatar name={participant.name} of={participant.kind} size="lg" />
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-center gap-2">
            <h3 className="font-semibold wrap-anywhere">{participant.name}</h3>
            <Badge tone={participant.kind === 'person' ? 'blue' : 'neutral'}>
              {participant.kind === 'person' ? 'Person' : 'Agent'}
            </Badge>
            {participant.kind === 'agent' && participant.review ? (
              <Badge tone="violet">Reviewed</Badge>
            ) : null}
          </div>
          <p className="mt-0.5 text-sm text-ink-muted">{participant.description}</p>
        </div>
      </div>
      <dl className="mt-4 space-y-3 border-t border-line pt-4">
        {participant.kind === 'agent' ? (
          <>
            <Fact label="System message">
              <p className="rounded-lg bg-sunken px-3.5 py-3 text-sm leading-relaxed whitespace-pre-wrap wrap-anywhere">
                {participant.systemMessage || 'None.'}
              </p>
            </Fact>
            <Fact label="Model">
              {participant.model ?? 'The default of this installation'}
              {participant.temperature === null ? '' : `, temperature ${participant.temperature}`}
            </Fact>
            <Fact label="Review">{participant.review ? reviewInWords(participant.review) : 'None.'}</Fact>
          </>
        ) : (
          <>
            <Fact label="Is asked">{participant.prompt}</Fact>
            <Fact label="Deadline">{inputInWords(participant)}</Fact>
          </>
        )}
      </dl>
    </Card>
  );
}
