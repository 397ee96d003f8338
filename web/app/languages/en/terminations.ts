import type { TerminationCondition } from '../../../../workflows/domain/terminations/condition.ts';
import type { KindWords } from '../kindWords.ts';

/**
 * Each kind of termination condition: its name, what it waits for ("A conversation ends when …"), its heading beside a
 * conversation (`name` where it has no values), and its fields in the editor.
 */
export const terminations = {
  max_messages: {
    name: 'Number of messages',
    inWords_one: 'there is {{count, number}} message',
    inWords_other: 'there are {{count, number}} messages',
    withEvents_one: 'there is {{count, number}} message or event',
    withEvents_other: 'there are {{count, number}} messages and events',
    heading_one: '{{count, number}} message',
    heading_other: '{{count, number}} messages',
    headingWithEvents_one: '{{count, number}} message or event',
    headingWithEvents_other: '{{count, number}} messages, events included',
    fields: { maxMessages: 'Messages', includeAgentEvents: 'Count events too' },
  },
  text_mention: {
    name: 'Text mentioned',
    inWords: '{{who}} writes “{{text}}”',
    byAnyone: 'anyone writes “{{text}}”',
    heading: '“{{text}}” is mentioned by {{who}}',
    headingByAnyone: '“{{text}}” is mentioned',
    fields: { text: 'Text', sources: 'Written by', sourcesHint: 'One name per line. Empty: anyone.' },
  },
  stop_message: {
    name: 'Stop message',
    inWords: 'someone sends a stop message',
  },
  token_usage: {
    name: 'Tokens used',
    inWords: 'model calls have used {{limits}}',
    total_one: '{{count, number}} token',
    total_other: '{{count, number}} tokens',
    prompt_one: '{{count, number}} prompt token',
    prompt_other: '{{count, number}} prompt tokens',
    completion_one: '{{count, number}} completion token',
    completion_other: '{{count, number}} completion tokens',
    fields: {
      maxTotal: 'Total',
      maxPrompt: 'Prompt',
      maxCompletion: 'Completion',
      noLimit: 'No limit',
    },
  },
  cost: {
    name: 'Money spent',
    inWords: 'model calls have cost {{cost}}',
    fields: { maxMicroUsd: 'US dollars' },
  },
  timeout: {
    name: 'Time passed',
    inWords: 'it has run for {{length}}',
    heading: '{{length}} have passed',
    fields: { seconds: 'Time' },
  },
  handoff: {
    name: 'Handoff',
    inWords: 'someone hands over to {{target}}',
    heading: 'A handoff to {{target}}',
    fields: { target: 'To' },
  },
  source_match: {
    name: 'Participant has spoken',
    inWords: '{{who}} has spoken',
    fields: { sources: 'Who', sourcesHint: 'One name per line.' },
  },
  text_message: {
    name: 'Text message',
    inWords: '{{who}} writes a text message',
    byAnyone: 'anyone writes a text message',
    heading: 'A text message from {{who}}',
    headingByAnyone: 'A text message from anyone',
    fields: { source: 'From', anyone: 'Anyone' },
  },
  function_call: {
    name: 'Tool has run',
    inWords: 'the tool {{name}} has run',
    heading: '{{name}} has run',
    fields: { functionName: 'Name of the tool' },
  },
  external: {
    name: 'Stopped by a person',
    inWords: 'a person stops it',
  },
  expression: {
    name: 'Expression',
    inWords: 'a message matches {{expression}}',
    heading: 'A message matches {{expression}}',
    fields: {
      expression: 'CEL expression',
      expressionHint: 'About one message: type, source, content, target. Checked when you save.',
    },
  },
  and: {
    name: 'All of …',
    inWords: 'all of these are true',
  },
  or: {
    name: 'Any of …',
    inWords: 'any of these is true',
  },
} as const satisfies KindWords<TerminationCondition['kind'], 'name'>;
