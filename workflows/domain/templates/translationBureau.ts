import { agent, team, type TeamParticipant } from '../team.ts';
import type { TeamTemplate } from './template.ts';

const translators: TeamParticipant = {
  kind: 'team',
  name: 'translators',
  description: 'Translate the text and read it over.',
  team: team({
    name: 'translators',
    description: 'Translate the text and read it over.',
    participants: [
      agent({
        name: 'translator',
        description: 'Translates.',
        systemMessage:
          'You translate the text of the task into the language that it names. Keep meaning, tone and form. Answer ' +
          'with the translation and nothing else. Work in what the reader or the native speaker has remarked.',
      }),
      agent({
        name: 'reader',
        description: 'Compares the translation with the original.',
        systemMessage:
          'You compare the latest translation with the original, sentence by sentence. List what is wrong, missing or ' +
          'added. If nothing is, say so.',
      }),
    ],
    // The task or the latest remark, then two translations and two readings.
    termination: { kind: 'max_messages', maxMessages: 5, includeAgentEvents: false },
  }),
};

export const translationBureau: TeamTemplate = {
  slug: 'translation-bureau',
  name: 'Translation bureau',
  summary:
    'A team within a team: translators work among themselves, then a native speaker judges by ear alone. Take it where a part of the work has its own rhythm.',
  exampleTask: 'Translate into German: “We can’t promise you the moon, but we deliver on Thursdays.”',
  config: team({
    description: 'A team of translators and a native speaker.',
    participants: [
      translators,
      agent({
        name: 'native_speaker',
        description: 'Judges how the translation sounds.',
        systemMessage:
          'You are a native speaker of the target language and judge only how the latest translation sounds. Name what ' +
          'nobody would say, with what one would. When it sounds as if written in the language, reply with the final ' +
          'text, and GOOD AS IT IS on the last line.',
        context: { kind: 'buffered', size: 6 },
      }),
    ],
    termination: {
      kind: 'or',
      conditions: [
        { kind: 'text_mention', text: 'GOOD AS IT IS', sources: ['native_speaker'] },
        { kind: 'max_messages', maxMessages: 20, includeAgentEvents: false },
      ],
    },
  }),
};
