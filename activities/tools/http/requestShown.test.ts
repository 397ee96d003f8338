import { describe, expect, it } from '@jest/globals';
import type { HttpTool } from '../../../workflows/domain/tools/kinds/http.ts';
import type { McpHttpServer } from '../../../workflows/domain/tools/kinds/mcpHttp.ts';
import { requestShown } from './requestShown.ts';

const REFUND: HttpTool = {
  kind: 'http',
  name: 'refund',
  description: 'Refunds an order.',
  method: 'POST',
  url: 'https://shop.example/orders/{id}/refund',
  headers: { authorization: 'Bearer ${secret:SHOP_KEY}' },
  parameters: {
    type: 'object',
    properties: { id: { type: 'string' }, amount: { type: 'number' } },
    required: ['id'],
  },
  returns: 'json',
  timeoutSeconds: 5,
};

const SERVER: McpHttpServer = {
  kind: 'mcp_http',
  transport: 'streamable_http',
  url: 'https://tools.example/mcp',
  headers: {},
  timeoutSeconds: 5,
  overrides: {},
};

describe('the request that a person is asked to allow', () => {
  it('has the method and the address with the arguments filled in', () => {
    expect(requestShown([REFUND], 'refund', { id: 'A 7', amount: 3 })).toEqual({
      method: 'POST',
      url: 'https://shop.example/orders/A%207/refund',
    });
  });

  it('has what a GET puts into the query', () => {
    const look = { ...REFUND, method: 'GET', url: 'https://shop.example/orders/{id}' } as const;
    expect(requestShown([look], 'refund', { id: '7', amount: 3 })?.url).toBe(
      'https://shop.example/orders/7?amount=3',
    );
  });

  it('has no user and no password', () => {
    const withPassword = { ...REFUND, url: 'https://ada:secret@shop.example/{id}' };
    expect(requestShown([withPassword], 'refund', { id: '7' })?.url).toBe('https://shop.example/7');
  });

  it('is none where the arguments make none, and where another kind of tool is called', () => {
    expect(requestShown([REFUND], 'refund', {})).toBeNull();
    expect(requestShown([REFUND], 'other', { id: '7' })).toBeNull();
  });

  it('is none where a server before it may have a tool of that name', () => {
    expect(requestShown([SERVER, REFUND], 'refund', { id: '7' })).toBeNull();
    expect(requestShown([REFUND, SERVER], 'refund', { id: '7' })).not.toBeNull();
  });
});
