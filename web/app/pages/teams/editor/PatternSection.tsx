import type { PatternConfig } from '../../../../../workflows/domain/patterns/registry.ts';
import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';
import { PATTERN_KINDS, patternInWords } from '../patternInWords.ts';
import { useField, useParticipantNames } from './DraftContext.tsx';
import { CheckField } from './fields/CheckField.tsx';
import { ContextFields } from './fields/ContextFields.tsx';
import { KindField } from './fields/KindField.tsx';
import { ModelClientFields } from './fields/ModelClientFields.tsx';
import { NumberField } from './fields/NumberField.tsx';
import { TextField } from './fields/TextField.tsx';
import { GraphFields } from './graph/GraphFields.tsx';
import { kindOf } from './jsonValue.ts';
import { newPattern } from './newParts.ts';
import { useScope } from './TeamScope.tsx';

const KINDS = Object.fromEntries(
  PATTERN_KINDS.map((kind) => [kind, patternInWords({ kind }).name]),
) as Record<PatternConfig['kind'], string>;

/** How the team chooses its speakers. */
export function PatternSection() {
  const { at } = useScope();
  const path = [...at, 'pattern'];
  const names = useParticipantNames();
  const { value } = useField(path);
  const kind = PATTERN_KINDS.find((known) => known === kindOf(value));
  return (
    <div className="space-y-4">
      <KindField
        path={path}
        label="Pattern"
        hint={kind === undefined ? undefined : patternInWords({ kind }).description}
        kinds={KINDS}
        make={(next) => newPattern(next, names)}
        remembers
      />
      {kind === undefined ? null : <OfKind kind={kind} path={path} />}
      <CheckField
        path={[...at, 'emitTeamEvents']}
        label="Show in the transcript who was selected"
        hint="AutoGen’s emit_team_events."
      />
    </div>
  );
}

function OfKind({ kind, path }: { kind: PatternConfig['kind']; path: TeamPath }) {
  switch (kind) {
    case 'round_robin':
    case 'single_agent':
    case 'swarm':
      return null;
    case 'graph':
      return <GraphFields />;
    case 'selector':
      return <SelectorFields path={path} />;
    case 'magentic_one':
      return <MagenticOneFields path={path} />;
  }
}

function SelectorFields({ path }: { path: TeamPath }) {
  return (
    <>
      <ModelClientFields path={[...path, 'model']} label="Who selects" />
      <TextField
        path={[...path, 'prompt']}
        label="How it is asked"
        hint="With {roles}, {participants} and {history}. Empty: AutoGen’s own words."
        rows={4}
        nullable
      />
      <CheckField path={[...path, 'allowRepeatedSpeaker']} label="The same one may speak twice in a row" />
      <NumberField path={[...path, 'maxAttempts']} label="Attempts before the fallback speaks" />
      <TextField
        path={[...path, 'candidateFilter']}
        label="Who may be chosen"
        hint="A CEL expression over name, description, previous and last (source, type, content). Empty: everybody."
        placeholder='name != "critic" || last.source == "writer"'
        nullable
        mono
      />
      <CheckField path={[...path, 'streaming']} label="With team events on, show the selector’s answers" />
      <ContextFields path={[...path, 'context']} />
    </>
  );
}

function MagenticOneFields({ path }: { path: TeamPath }) {
  return (
    <>
      <ModelClientFields path={[...path, 'model']} label="Who orchestrates" />
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-3">
        <NumberField path={[...path, 'maxStalls']} label="Stalls before it plans anew" />
        <NumberField path={[...path, 'maxResets']} label="New plans" placeholder="No limit" />
      </div>
      <TextField
        path={[...path, 'finalAnswerPrompt']}
        label="How it is asked for the final answer"
        hint="Empty: AutoGen’s own words."
        rows={3}
        nullable
      />
    </>
  );
}
