import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import inspector from 'node:inspector';
import module from 'node:module';
import net from 'node:net';
import tls from 'node:tls';
import v8 from 'node:v8';
import vm from 'node:vm';
import workerThreads from 'node:worker_threads';

type Closed = Record<string | symbol, unknown>;

/** What Pyodide calls while code runs; a name that is not here is gone, whatever a later Node adds. */
const KEPT_GLOBALS = new Set([
  ...[
    'globalThis',
    'global',
    'Object',
    'Function',
    'Array',
    'Number',
    'parseFloat',
    'parseInt',
    'Infinity',
    'NaN',
  ],
  ...['undefined', 'Boolean', 'String', 'Symbol', 'Date', 'Promise', 'RegExp', 'Error', 'AggregateError'],
  ...[
    'EvalError',
    'RangeError',
    'ReferenceError',
    'SyntaxError',
    'TypeError',
    'URIError',
    'JSON',
    'Math',
    'Intl',
  ],
  ...[
    'ArrayBuffer',
    'Atomics',
    'Uint8Array',
    'Int8Array',
    'Uint16Array',
    'Int16Array',
    'Uint32Array',
    'Int32Array',
  ],
  ...['Float16Array', 'Float32Array', 'Float64Array', 'Uint8ClampedArray', 'BigUint64Array', 'BigInt64Array'],
  ...['DataView', 'Map', 'BigInt', 'Set', 'Iterator', 'WeakMap', 'WeakSet', 'WeakRef', 'Proxy', 'Reflect'],
  ...['FinalizationRegistry', 'SuppressedError', 'DisposableStack', 'AsyncDisposableStack', 'decodeURI'],
  ...['decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'escape', 'unescape', 'isFinite', 'isNaN'],
  ...[
    'TextDecoder',
    'TextEncoder',
    'URL',
    'URLSearchParams',
    'AbortController',
    'AbortSignal',
    'DOMException',
  ],
  ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'clearImmediate'],
  ...['queueMicrotask', 'performance', 'crypto', 'console', 'WebAssembly', 'Event', 'EventTarget', 'process'],
]);

/** Of `process`, what Node itself and Pyodide use. All else, `kill` and `getBuiltinModule` first, is taken away. */
const KEPT_OF_PROCESS = new Set([
  ...['version', 'versions', 'arch', 'platform', 'release', 'argv', 'execArgv', 'env', 'pid', 'title'],
  ...[
    'nextTick',
    'hrtime',
    'emitWarning',
    'exitCode',
    '_exiting',
    '_events',
    '_eventsCount',
    '_maxListeners',
    '_fatalException',
  ],
  ...['domain', 'config', 'features', 'permission', 'exit', 'reallyExit', 'stdin', 'stdout', 'stderr'],
  ...['getuid', 'umask', 'noDeprecation', 'noProcessWarnings', 'throwDeprecation', 'traceDeprecation'],
]);

const MODULES = [
  childProcess,
  dgram,
  dns,
  dns.promises,
  http,
  http2,
  https,
  inspector,
  net,
  tls,
  v8,
  vm,
  workerThreads,
];
const CLASSES = [net.Socket, net.Server, dgram.Socket, dns.Resolver, dns.promises.Resolver, tls.TLSSocket];
/** Node reads its own standard input with these. */
const KEPT_OF_CLASSES = new Set([
  'constructor',
  'read',
  'push',
  'destroy',
  'end',
  'pause',
  'resume',
  'ref',
  'unref',
]);

/**
 * Names of methods that open connections; a socket's other methods work on what is already open, which is only
 * standard input.
 */
const REACHES_OUT = /^(connect|listen|bind|send|sendto|lookup|resolve|reverse|setServers|addMembership|open)/;

/**
 * Removes everything from this process that reaches beyond it; this can't be undone. Node's permission model (files,
 * child processes, threads, addons) is a second layer. It does not cover the network, and Python code that gets a
 * JavaScript object gets everything that can be reached from it.
 */
export function lockDown(): void {
  for (const each of MODULES) closeModule(each);
  for (const each of CLASSES) closeClass((each as { prototype: unknown }).prototype as Closed);
  module.syncBuiltinESMExports();
  // No module is loaded any more, by no path: a specifier that code could choose would bring Node's modules back.
  module.registerHooks({ resolve: refuse, load: refuse });
  closeModule(module as unknown as Closed);
  limitEngine();
  for (const name of Reflect.ownKeys(process)) if (!KEPT_OF_PROCESS.has(String(name))) take(process, name);
  for (const name of Reflect.ownKeys(globalThis)) {
    if (typeof name === 'string' && !KEPT_GLOBALS.has(name)) take(globalThis, name);
  }
}

/** A function rather than an arrow, since it also replaces a constructor. */
function refuse(): never {
  throw new Error('This is not allowed in the sandbox');
}

function closeModule(module: Closed): void {
  for (const name of Object.keys(module)) {
    if (typeof module[name] === 'function') replace(module, name, refuse);
  }
}

function closeClass(prototype: Closed): void {
  for (const name of Object.getOwnPropertyNames(prototype)) {
    if (!KEPT_OF_CLASSES.has(name) && REACHES_OUT.test(name)) replace(prototype, name, refuse);
  }
}

/** Code from text is refused by a flag of the process; here, code from bytes and a look at the callers' stack. */
function limitEngine(): void {
  for (const name of [
    'Module',
    'Instance',
    'compile',
    'instantiate',
    'compileStreaming',
    'instantiateStreaming',
  ]) {
    replace(WebAssembly, name, refuse);
  }
  replace(Error as unknown as Closed, 'prepareStackTrace', undefined);
}

function replace(target: Closed, name: string, value: unknown): void {
  const descriptor = Object.getOwnPropertyDescriptor(target, name);
  if (descriptor?.configurable === false) Reflect.set(target, name, value);
  else Object.defineProperty(target, name, { value, writable: false, configurable: false });
}

function take(target: object, name: string | symbol): void {
  if (!Reflect.deleteProperty(target, name)) Reflect.set(target, name, undefined);
}
