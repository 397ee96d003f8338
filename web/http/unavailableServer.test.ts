import { describe, expect, test } from '@jest/globals';
import { ServiceError } from '@temporalio/client';
import { DatabaseAwayError } from '../../platform/databaseAway.ts';
import { KnowledgeAwayError } from '../../platform/knowledge/knowledgeError.ts';
import { TemporalAwayError, TemporalSilentError } from '../../platform/temporalAway.ts';
import { unavailableServer } from './unavailableServer.ts';

const TEMPORAL = '127.0.0.1:7233';

/** Errors as the gRPC library makes them. */
function grpc(code: number, details: string): Error {
  return Object.assign(new Error(`${String(code)}: ${details}`), { code, details, metadata: {} });
}

const databaseAway = new DatabaseAwayError('127.0.0.1:5432/colloquy', 'ECONNREFUSED');

describe('unavailableServer', () => {
  test.each([
    ['the database client’s own error', databaseAway],
    ['an error that it caused', new Error('no session', { cause: databaseAway })],
  ])('%s says that the database is unavailable, and where', (_what, error) => {
    expect(unavailableServer(error, TEMPORAL)?.message).toBe(
      'The database at 127.0.0.1:5432/colloquy cannot be reached: ECONNREFUSED',
    );
  });

  test('the knowledge store’s own error says that the store is unavailable, and where', () => {
    const away = new KnowledgeAwayError('127.0.0.1:5432/knowledge', 'ECONNREFUSED');
    expect(unavailableServer(new Error('no page', { cause: away }), TEMPORAL)?.message).toBe(
      'The knowledge store at 127.0.0.1:5432/knowledge cannot be reached: ECONNREFUSED',
    );
  });

  test.each([
    ['UNAVAILABLE', new ServiceError('Failed to describe', { cause: grpc(14, 'no connection') })],
    ['DEADLINE_EXCEEDED', grpc(4, 'no connection')],
    ['its silence', new TemporalSilentError('no connection')],
    ['a connection that was not made', new TemporalAwayError(TEMPORAL, 'no connection')],
  ])('%s of Temporal’s client says that Temporal is unavailable, and where', (_what, error) => {
    expect(unavailableServer(error, TEMPORAL)?.message).toBe(
      'Temporal at 127.0.0.1:7233 cannot be reached: no connection',
    );
  });

  test.each([
    ['a socket of anything else', Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })],
    ['words about the database', new Error("Can't reach database server: Connection terminated")],
    ['a number that gRPC knows too', Object.assign(new Error('no'), { code: 14 })],
    ['another status of gRPC', grpc(5, 'not found')],
    ['a unique constraint', Object.assign(new Error('Unique constraint failed'), { code: 'P2002' })],
    ['a slip', new TypeError('x is not a function')],
    ['nothing', undefined],
    ['a string', 'P1001'],
  ])('%s says nothing about them', (_what, error) => {
    expect(unavailableServer(error, TEMPORAL)).toBeNull();
  });
});
