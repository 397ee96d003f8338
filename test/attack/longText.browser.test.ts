import fc from 'fast-check';
import {
  addBenchConversation,
  addConversationOf,
  LONG_CONVERSATIONS,
} from '../../bench/pageConversations.ts';
import { expect, test } from '../../web/test/support/browserTest.ts';
import { cookieHeader, type WebWorld } from '../../web/test/support/webWorld.ts';
import { askBeside, HELD_UP_MS } from './bystander.ts';
import { processorMs } from './processorTime.ts';

/** The processor time that a page may take in total. */
const READER_MS = 5_000;

test.describe('a text that is long or hard to parse', () => {
  let world: WebWorld;
  let headers: Record<string, string>;
  let plain: string;

  test.beforeAll(async ({ world: shared, ownerState }) => {
    world = shared;
    headers = { cookie: cookieHeader(ownerState) };
    plain = await addConversationOf(world.database, 'plain', ['Hello.', 'Hi.']);
    // What a process compiles once is not part of the measurement.
    for (let round = 0; round < 5; round += 1) await read(plain);
  });

  async function read(id: string): Promise<{ status: number; html: string }> {
    const response = await fetch(`${world.url}/conversations/${id}`, { headers });
    return { status: response.status, html: await response.text() };
  }

  /** Reads the text while another person reads other things. */
  async function readBesideOther(id: string): Promise<{ html: string }> {
    const pid = world.webPid();
    const before = processorMs(pid);
    const other = askBeside(
      pid,
      [`/health`, `/conversations/${plain}`].map((path) => () => fetch(world.url + path, { headers })),
    );
    const { status, html } = await read(id);
    expect(await other.stop()).toBeLessThan(HELD_UP_MS);
    expect(status).toBe(200);
    expect(processorMs(pid) - before).toBeLessThan(READER_MS);
    // A page links to the whole text; it does not contain it.
    expect(html.length).toBeLessThan(600_000);
    return { html };
  }

  for (const kind of LONG_CONVERSATIONS.filter(
    (each) => each !== '5,000 messages' && each !== 'two short messages',
  )) {
    test(`delays nobody: ${kind}`, async () => {
      const { html } = await readBesideOther(await addBenchConversation(world.database, kind));
      if (kind !== '3,000 times ">"') expect(html).toContain('Read in full');
    });
  }

  test('is sent once with its document', async () => {
    const word = 'unmistakable';
    const id = await addConversationOf(world.database, 'once', [
      'Write.',
      `${'It rained all night. '.repeat(300)}${word}.`,
    ]);
    const { html } = await readBesideOther(id);
    expect(html.split(word)).toHaveLength(2);
  });

  test('delays nobody, whatever Markdown it consists of', async () => {
    const piece = fc.constantFrom(
      ...[
        '!',
        '*',
        '_',
        '`',
        '~',
        '>',
        '[',
        ']',
        '(',
        ')',
        '<',
        '&',
        '|',
        '-',
        '#',
        '\\',
        '"',
        "'",
        ':',
        '\n',
      ],
      ...[
        '![',
        '](',
        '*a_ ',
        '**a',
        '``',
        '|a\n|-\n',
        '- ',
        '1. ',
        '> ',
        '<a ',
        'http://a',
        'a@b.c ',
        '\t',
        '  ',
      ],
    );
    const text = fc
      .tuple(fc.array(piece, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1_000, max: 60_000 }))
      .map(([pieces, length]) => {
        const unit = pieces.join('');
        return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
      });
    const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31);
    process.stderr.write(`longText: FC_SEED=${String(seed)}\n`);
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
        await readBesideOther(await addConversationOf(world.database, 'generated', ['Write.', ...texts]));
      }),
      { seed, numRuns: 12, interruptAfterTimeLimit: 60_000, endOnFailure: true },
    );
  });

  test('is available whole as a file and page by page', async () => {
    const whole = `${'x'.repeat(300_000)} the end`;
    const id = await addConversationOf(world.database, 'whole', ['Write.', whole]);
    const message = await world.database.message.findFirstOrThrow({ where: { conversationId: id, seq: 1 } });
    const raw = await fetch(`${world.url}/texts/message/${message.id}/raw?path=content`, { headers });
    expect(raw.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(await raw.text()).toBe(whole);
    const last = await fetch(`${world.url}/texts/message/${message.id}?path=content&page=7`, { headers });
    expect(await last.text()).toContain(' the end</pre>');
    expect((await fetch(`${world.url}/texts/message/${message.id}?path=nothing`, { headers })).status).toBe(
      404,
    );
    expect((await fetch(`${world.url}/texts/message/${message.id}/raw`)).url).toContain('/sign-in');
  });
});
