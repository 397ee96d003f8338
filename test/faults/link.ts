import { connect, createServer, type Socket } from 'node:net';
import { waitUntil } from '../../ops/embedded/network.ts';

/** A connection between two processes on which a test can hold back what one side sends. */
export interface Link {
  port: number;
  /** From now on nothing that the client sends arrives, until it is released. */
  hold: () => void;
  release: () => void;
  /** Closes every connection: data that was held back or is still in transit never arrives. */
  cut: () => void;
  /** From now on counts the data from the client that contains this mark; replaces an earlier mark. */
  mark: (pattern: RegExp) => void;
  /** How often the mark was found. */
  marked: () => number;
  /**
   * Resolves when the mark is found for the nth time and the link has been cut: that piece no longer arrives
   * ("before"), or it has arrived and its answer does not come back ("after").
   */
  dead: (nth: number, side: 'before' | 'after') => Promise<void>;
  /** Resolves when bytes that contain this have been held back. */
  heldBack: (text: string) => Promise<void>;
  close: () => Promise<void>;
}

export async function stretchLink(target: { host: string; port: number }): Promise<Link> {
  let held: { data: Buffer; to: Socket }[] | null = null;
  const sockets = new Set<Socket>();
  let mark: { pattern: RegExp; found: number } | null = null;
  let trap: { nth: number; side: 'before' | 'after'; sprung: () => void } | null = null;
  const server = createServer((client) => {
    const upstream = connect(target);
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      // The other side's close tells the test all that it needs to know.
      socket.on('error', () => socket.destroy());
    }
    let isMuted = false;
    client.on('data', (data) => {
      if (mark?.pattern.test(data.toString('latin1')) === true) mark.found += 1;
      if (trap !== null && mark !== null && mark.found >= trap.nth) {
        if (trap.side === 'before') {
          held ??= [];
          trap.sprung();
        } else isMuted = true;
      }
      if (held === null) upstream.write(data);
      else held.push({ data, to: upstream });
    });
    upstream.on('data', (data) => {
      if (isMuted) trap?.sprung();
      else client.write(data);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The link has no port');
  return {
    port: address.port,
    hold: () => {
      held = [];
    },
    release: () => {
      for (const { data, to } of held ?? []) if (!to.destroyed) to.write(data);
      held = null;
    },
    cut: () => {
      for (const socket of sockets) socket.destroy();
      held = null;
      trap = null;
    },
    mark: (pattern) => {
      mark = { pattern, found: 0 };
      trap = null;
    },
    marked: () => mark?.found ?? 0,
    dead: (nth, side) =>
      new Promise((resolve) => {
        trap = { nth, side, sprung: resolve };
      }),
    heldBack: (text) =>
      waitUntil(() => Promise.resolve((held ?? []).some(({ data }) => data.includes(text))), {
        what: `"${text}" on the link`,
        timeoutMs: 20_000,
      }),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
