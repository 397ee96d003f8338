import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from '@jest/globals';

// JavaScript that got hold of all that this process had, modules included: the second line of defence, behind the one
// that keeps Python from it.
const attempts = `
import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import http from 'node:http';
import net, { connect, Socket } from 'node:net';
import module, { createRequire } from 'node:module';
import tls from 'node:tls';
import v8 from 'node:v8';
import vm from 'node:vm';
import { lockDown } from ${JSON.stringify(join(import.meta.dirname, 'lockdown.ts'))};
const require = createRequire(import.meta.url);
const outcomes = {};
const { stdout, stdin } = process;
lockDown();
const attempt = async (name, run) => {
  try {
    const value = await run();
    outcomes[name] = value === undefined ? 'nothing' : 'got ' + typeof value;
  } catch (error) {
    outcomes[name] = /not allowed/.test(error.message) ? 'refused' : error.name;
  }
};
await attempt('net.connect', () => net.connect(1, '127.0.0.1'));
await attempt('named connect', () => connect(1, '127.0.0.1'));
await attempt('Socket.connect', () => new Socket().connect(1, '127.0.0.1'));
await attempt('socket of stdin', () => stdin.connect(1, '127.0.0.1'));
await attempt('listen', () => new net.Server().listen(0));
await attempt('tls', () => tls.connect(1));
await attempt('http', () => http.get('http://127.0.0.1/'));
await attempt('dgram', () => dgram.createSocket('udp4'));
await attempt('dns', () => dns.lookup('localhost', () => {}));
await attempt('dns promises', () => dns.promises.lookup('localhost'));
await attempt('exec', () => childProcess.execSync('id'));
await attempt('v8 flags', () => v8.setFlagsFromString('--allow-natives-syntax'));
await attempt('vm', () => vm.runInThisContext('1'));
await attempt('import', () => import('node:os'));
await attempt('import of a loaded module', () => import('node:net?again'));
await attempt('require', () => require('node:os'));
await attempt('createRequire', () => module.createRequire('/'));
await attempt('getBuiltinModule', () => process.getBuiltinModule('net'));
await attempt('binding', () => process.binding('tcp_wrap'));
await attempt('kill', () => process.kill(process.ppid, 0));
await attempt('dlopen', () => process.dlopen({}, '/x.so'));
await attempt('fetch', () => fetch('http://127.0.0.1/'));
await attempt('WebSocket', () => new WebSocket('ws://127.0.0.1/'));
await attempt('Function', () => new Function('return 1')());
await attempt('eval', () => (0, eval)('1'));
await attempt('wasm', () => new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])));
stdout.write(JSON.stringify(outcomes));
`;

it('after the lockdown no module, no global and no method of the process reaches out', async () => {
  const flags = [
    '--permission',
    `--allow-fs-read=${import.meta.dirname}/`,
    '--disallow-code-generation-from-strings',
  ];
  const child = spawn(process.execPath, [...flags, '--input-type=module', '--eval', attempts], {
    env: {} as NodeJS.ProcessEnv,
  });
  const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect(complained).toBe('');
  const outcomes = JSON.parse(said) as Record<string, string>;
  const got = Object.entries(outcomes).filter(([, outcome]) => !/^(refused|\w*Error)$/.test(outcome));
  expect(got).toEqual([]);
  expect(Object.keys(outcomes)).toHaveLength(26);
});
