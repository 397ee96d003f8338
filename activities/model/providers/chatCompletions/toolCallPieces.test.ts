import { describe, expect, it } from '@jest/globals';
import { collectToolCalls, type ToolCallPiece } from './toolCallPieces.ts';

function collected(...pieces: ToolCallPiece[]) {
  const collector = collectToolCalls();
  for (const piece of pieces) collector.add(piece);
  return collector.calls();
}

function begin(name: string, args: string, rest: Pick<ToolCallPiece, 'index' | 'id'> = {}): ToolCallPiece {
  return { ...rest, function: { name, arguments: args } };
}

function more(args: string, rest: Pick<ToolCallPiece, 'index' | 'id'> = {}): ToolCallPiece {
  return { ...rest, function: { arguments: args } };
}

const two = [
  { id: 'a', name: 'add', arguments: '{"x":1}' },
  { id: 'b', name: 'add', arguments: '{"x":2}' },
];

describe('streamed tool calls', () => {
  it('are put together by their index, also where they come in turns', () => {
    expect(
      collected(
        begin('add', '', { index: 0, id: 'a' }),
        begin('add', '', { index: 1, id: 'b' }),
        more('{"x"', { index: 0 }),
        more('{"x":', { index: 1 }),
        more(':1}', { index: 0 }),
        more('2}', { index: 1 }),
      ),
    ).toEqual(two);
  });

  it('leave no holes where the first has another index than 0', () => {
    expect(collected(begin('add', '{"x":1}', { index: 1, id: 'a' }))).toEqual([two[0]]);
  });

  it('are told apart by their ids where all have the index 0', () => {
    expect(
      collected(
        begin('add', '{"x":', { index: 0, id: 'a' }),
        more('1}', { index: 0 }),
        begin('add', '{"x":', { index: 0, id: 'b' }),
        more('2}', { index: 0 }),
      ),
    ).toEqual(two);
  });

  it('are told apart where they have no index', () => {
    expect(
      collected(
        begin('add', '{"x":', { id: 'a' }),
        more('1}'),
        begin('add', '{"x":', { id: 'b' }),
        more('2}'),
      ),
    ).toEqual(two);
  });

  it('are told apart without an index or an id, and get ids of their own', () => {
    const calls = collected(begin('add', '{"x":1}'), begin('add', '{"x":2}'));
    expect(calls.map(({ arguments: given }) => given)).toEqual(['{"x":1}', '{"x":2}']);
    expect(new Set(calls.map(({ id }) => id)).size).toBe(2);
    expect(calls.every(({ id }) => id.startsWith('call_'))).toBe(true);
  });

  it('keep the id that they have been given', () => {
    const collector = collectToolCalls();
    collector.add(begin('add', '{}'));
    expect(collector.calls()).toEqual(collector.calls());
  });

  it('are one call where a provider repeats its id and name with each piece', () => {
    expect(
      collected(
        begin('add', '{"x":', { index: 0, id: 'a' }),
        begin('add', '1}', { index: 0, id: 'a' }),
        more('', { index: 0, id: 'a' }),
      ),
    ).toEqual([two[0]]);
  });

  it('are one call where the id comes with a later piece', () => {
    expect(collected(begin('add', '', { index: 0 }), more('{"x":1}', { index: 0, id: 'a' }))).toEqual([
      two[0],
    ]);
  });

  it('have the names that the model has said', () => {
    expect(collected(begin('look up!', '{}', { id: 'a' }))[0]?.name).toBe('look up!');
  });
});
