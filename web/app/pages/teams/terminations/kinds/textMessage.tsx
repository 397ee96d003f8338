import { NameField } from '../../editor/fields/NameField.tsx';
import { StrangersNote } from '../../editor/fields/StrangersNote.tsx';
import type { TerminationView } from '../terminationView.ts';

export const textMessage: TerminationView<'text_message'> = {
  name: 'A text message',
  make: () => ({ kind: 'text_message', source: null }),
  inWords: ({ source }) => `${source ?? 'anybody'} writes a text message`,
  Fields: ({ path }) => (
    <>
      <NameField path={[...path, 'source']} label="Of" placeholder="Anybody" nullable />
      <StrangersNote path={[...path, 'source']} />
    </>
  ),
};
