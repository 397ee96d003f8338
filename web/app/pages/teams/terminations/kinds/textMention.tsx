import { LinesField } from '../../editor/fields/LinesField.tsx';
import { StrangersNote } from '../../editor/fields/StrangersNote.tsx';
import { TextField } from '../../editor/fields/TextField.tsx';
import { speakersInWords } from '../speakersInWords.ts';
import type { TerminationView } from '../terminationView.ts';

export const textMention: TerminationView<'text_mention'> = {
  name: 'A text is mentioned',
  make: () => ({ kind: 'text_mention', text: 'TERMINATE', sources: null }),
  inWords: ({ text, sources }) => `${speakersInWords(sources)} writes “${text}”`,
  Fields: ({ path }) => (
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
  ),
};
