import { expect, test } from '@jest/globals';
import type { Request } from 'express';
import { CLIENT_ADDRESS_HEADER } from '../app/data/accounts/clientAddressHeader.ts';
import { authenticate } from './authenticate.ts';
import { createFailureLimit } from './failureLimit.ts';

test('an address that has failed too often waits, whatever proxy its requests come through', async () => {
  const failures = createFailureLimit({ max: 1 });
  failures.note('203.0.113.66');
  const headers: Record<string, string> = { [CLIENT_ADDRESS_HEADER]: '203.0.113.66' };
  const request = { ip: '198.51.100.7', get: (name: string) => headers[name] } as unknown as Request;
  await expect(authenticate(request, failures)).rejects.toThrow('Too many requests');
});
