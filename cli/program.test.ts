import { describe, expect, it, jest } from '@jest/globals';
import { exitCodes } from './exitCodes.ts';
import { type CommonOptions, runCommandLine } from './program.ts';
import { UsageError } from './usage.ts';

class Opened extends Error {}

/** The options with which a valid command line asks for a session. */
async function optionsOf(...args: string[]): Promise<CommonOptions> {
  let options: CommonOptions = {};
  const opened = runCommandLine(args, (given) => {
    options = given;
    throw new Opened();
  });
  await expect(opened).rejects.toBeInstanceOf(Opened);
  return options;
}

describe('the command line', () => {
  it('takes what all commands share before and after the command', async () => {
    expect(await optionsOf('--json', 'list')).toEqual({ json: true });
    expect(await optionsOf('list', 'tasks', '--state', 'open', '--server', 'http://a.example')).toEqual({
      server: 'http://a.example',
    });
    expect(await optionsOf('run', '-', '-', '--no-wait', '--token=t')).toEqual({ token: 't' });
    expect(await optionsOf('run', 'Poets', '--', '--help')).toEqual({});
  });

  it.each([
    [['dance'], "Unknown command 'dance'."],
    [['run', 'x'], "Missing required argument 'TASK'."],
    [['show', 'a', 'b'], "Too many arguments for 'show'. Expected 1 argument but got 2."],
    [['list', '--nope'], "Unknown option '--nope'."],
    [['list', '--key', 'k'], "Unknown option '--key'."],
    [['list', '--staet', 'open'], "Unknown option '--staet' (Did you mean --state?)"],
    [['save', 'Poets', 'f.json', '--based-on', 'one'], 'It must be the number of a version.'],
    [['transcript', 'x', '--format', 'pdf'], 'Allowed choices are markdown, json.'],
    [['memory'], 'Say which of its commands you mean.'],
    [['schedule', 'add', 'Poets', 'x'], "Required option '--name <NAME>' not specified."],
    [['schedule', 'backfill', 'x'], "Required option '--from <MOMENT>' not specified."],
    [['memory', 'edit', 'Poets', 'x'], "Required option '--text <TEXT>' not specified."],
    [['knowledge'], 'Say which of its commands you mean.'],
    [['knowledge', 'nope'], "Unknown command 'nope'."],
    [['knowledge', 'add', 'x.md'], "Required option '--collection <NAME>' not specified."],
    [['knowledge', 'show', 'x', '--of-version', 'one'], 'It takes the number of a version.'],
    [['knowledge', 'search'], "Missing required argument 'QUESTION'."],
    [['knowledge', 'search', 'q', '--count', '51'], 'It takes a whole number from 1 to 50.'],
    [['knowledge', 'search', 'q', '--weight', 'much'], 'It takes a number from 0 to 1.'],
    [['export', 'Poets', '--version'], "Option '--version <N>' argument missing."],
  ])('says of %j why it can’t be understood', async (args, why) => {
    const refused = runCommandLine(args, () => {
      throw new Opened();
    });
    await expect(refused).rejects.toBeInstanceOf(UsageError);
    await expect(refused).rejects.toThrow(why);
  });

  it('helps: with everything, or with one command', async () => {
    const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    const written = () => write.mock.calls.map(([text]) => String(text)).join('');
    const open = () => {
      throw new Opened();
    };
    try {
      expect(await runCommandLine(['--help'], open)).toBe(exitCodes.done);
      for (const words of [
        'run [options] <FILE|TEAM> <TASK>',
        '--no-wait',
        '--state <STATE>',
        'knowledge search: the most passages',
        '130 Ctrl-C',
      ]) {
        expect(written()).toContain(words);
      }
      write.mockClear();
      expect(await runCommandLine(['save', '-h'], open)).toBe(exitCodes.done);
      expect(written()).toContain('--based-on <N>');
      expect(written()).toContain('--server <URL>');
      expect(written()).not.toContain('--state');
      write.mockClear();
      expect(await runCommandLine([], open)).toBe(exitCodes.usage);
      expect(written()).toContain('Usage: colloquy');
    } finally {
      write.mockRestore();
    }
  });
});
