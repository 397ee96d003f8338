import { LinesField } from '../../editor/fields/LinesField.tsx';
import { StrangersNote } from '../../editor/fields/StrangersNote.tsx';
import { speakersInWords } from '../speakersInWords.ts';
import type { TerminationView } from '../terminationView.ts';

export const sourceMatch: TerminationView<'source_match'> = {
  name: 'Somebody has spoken',
  make: () => ({ kind: 'source_match', sources: ['user'] }),
  inWords: ({ sources }) => `${speakersInWords(sources)} has spoken`,
  Fields: ({ path }) => (
    <>
      <LinesField path={[...path, 'sources']} label="Who" hint="A name a line." mono />
      <StrangersNote path={[...path, 'sources']} />
    </>
  ),
};
