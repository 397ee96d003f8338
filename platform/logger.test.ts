import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

/** The log lines of a separate process: the logger writes to the real standard output. */
function linesOf(statements: string, level = 'info'): Record<string, unknown>[] {
  const script = `
    const { createLogger } = await import(${JSON.stringify(fileURLToPath(new URL('logger.ts', import.meta.url)))});
    const logger = createLogger({ process: 'worker', level: ${JSON.stringify(level)} });
    ${statements}`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--no-warnings', '--input-type=module', '--eval', script],
    {
      env: { ...process.env, NODE_OPTIONS: '' },
      encoding: 'utf8',
    },
  );
  expect(stderr).toBe('');
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('a log line', () => {
  it('is JSON with level, time, process and what it is about', () => {
    const [line] = linesOf(`logger.info({ conversationId: 'c-1' }, 'turn taken');`);
    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      process: 'worker',
      conversationId: 'c-1',
      msg: 'turn taken',
    });
  });

  it.each([
    `{ authorization: 'hunter2' }`,
    `{ cookie: 'hunter2' }`,
    `{ password: 'hunter2' }`,
    `{ token: 'hunter2' }`,
    `{ apiKey: 'hunter2' }`,
    `{ headers: { authorization: 'hunter2', cookie: 'hunter2' } }`,
    `{ req: { headers: { authorization: 'hunter2', cookie: 'hunter2' } } }`,
    `{ res: { headers: { 'set-cookie': 'hunter2' } } }`,
  ])('shows no secret of %s', (what) => {
    const lines = linesOf(`logger.info(${what}, 'seen');`);
    expect(JSON.stringify(lines)).not.toContain('hunter2');
    expect(JSON.stringify(lines)).toContain('[secret]');
  });

  it('shows an error with its type, message and stack', () => {
    const [line] = linesOf(`logger.warn({ err: new TypeError('Broken') }, 'failed');`);
    expect(line).toMatchObject({ level: 'warn', err: { type: 'TypeError', message: 'Broken' } });
  });

  it('is not written below the level', () => {
    expect(linesOf(`logger.info('quiet'); logger.error('loud');`, 'error')).toHaveLength(1);
  });
});
