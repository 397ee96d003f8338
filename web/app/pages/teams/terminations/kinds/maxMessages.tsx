import { countOf } from '../../../../views/format/count.ts';
import { CheckField } from '../../editor/fields/CheckField.tsx';
import { NumberField } from '../../editor/fields/NumberField.tsx';
import type { TerminationView } from '../terminationView.ts';

export const maxMessages: TerminationView<'max_messages'> = {
  name: 'So many messages',
  make: () => ({ kind: 'max_messages', maxMessages: 12, includeAgentEvents: false }),
  inWords({ maxMessages: limit, includeAgentEvents }) {
    const counted = includeAgentEvents
      ? countOf(limit, 'message or event', 'messages and events')
      : countOf(limit, 'message', 'messages');
    return `${limit === 1 ? 'there is' : 'there are'} ${counted}`;
  },
  Fields: ({ path }) => (
    <>
      <NumberField path={[...path, 'maxMessages']} label="Messages" />
      <CheckField path={[...path, 'includeAgentEvents']} label="Events count too" />
    </>
  ),
};
