import { describe, expect, it, jest } from '@jest/globals';
import { exitCodes } from './exitCodes.ts';
import { type CommonOptions, runCommandLine } from './program.ts';
import { UsageError } from './usage.ts';

class Opened extends Error {}

/** The options with which a command line asks for a session: it was understood. */
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
    [['save', 'Poets', 'f.json', '--based-on', 'one'], 'It takes the number of a version.'],
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
