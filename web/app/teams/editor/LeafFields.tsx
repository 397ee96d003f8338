import type { TeamPath } from '../check/issuesOf.ts';
import { useParticipantNames } from './DraftContext.tsx';
import { CheckField } from './fields/CheckField.tsx';
import { LinesField } from './fields/LinesField.tsx';
import { MoneyField } from './fields/MoneyField.tsx';
import { NumberField } from './fields/NumberField.tsx';
import { StrangersNote } from './fields/StrangersNote.tsx';
import { TextField } from './fields/TextField.tsx';

/** What a condition without conditions below it is about. */
export function LeafFields({ path, kind }: { path: TeamPath; kind: string }) {
  const names = [...useParticipantNames(), 'user'];
  switch (kind) {
    case 'max_messages':
      return (
        <>
          <NumberField path={[...path, 'maxMessages']} label="Messages" />
          <CheckField path={[...path, 'includeAgentEvents']} label="Events count too" />
        </>
      );
    case 'text_mention':
      return (
        <>
          <TextField path={[...path, 'text']} label="Text" />
          <LinesField
            path={[...path, 'sources']}
            label="Written by"
            hint="A name a line. Empty: anybody."
            nullable
            mono
          />
          <StrangersNote path={[...path, 'sources']} />
        </>
      );
    case 'token_usage':
      return (
        <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,7rem),1fr))] gap-3">
          <NumberField path={[...path, 'maxTotal']} label="Total" placeholder="No limit" />
          <NumberField path={[...path, 'maxPrompt']} label="Prompt" placeholder="No limit" />
          <NumberField path={[...path, 'maxCompletion']} label="Completion" placeholder="No limit" />
        </div>
      );
    case 'cost':
      return <MoneyField path={[...path, 'maxMicroUsd']} label="US dollars" />;
    case 'timeout':
      return <NumberField path={[...path, 'seconds']} label="Seconds" />;
    case 'handoff':
      return <TextField path={[...path, 'target']} label="To" suggestions={names} mono />;
    case 'source_match':
      return (
        <>
          <LinesField path={[...path, 'sources']} label="Who" hint="A name a line." mono />
          <StrangersNote path={[...path, 'sources']} />
        </>
      );
    case 'text_message':
      return (
        <>
          <TextField
            path={[...path, 'source']}
            label="Of"
            placeholder="Anybody"
            suggestions={names}
            nullable
            mono
          />
          <StrangersNote path={[...path, 'source']} />
        </>
      );
    case 'function_call':
      return <TextField path={[...path, 'functionName']} label="The tool’s name" mono />;
    case 'expression':
      return (
        <TextField
          path={[...path, 'expression']}
          label="CEL expression"
          hint="Over one message: type, source, content, target. Checked when you save."
          mono
        />
      );
    default:
      return null;
  }
}
