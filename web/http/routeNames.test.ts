import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { routeNames } from './routeNames.ts';

const routes = [
  { id: 'root', path: '' },
  { id: 'home', parentId: 'root' },
  { id: 'signed-in', parentId: 'root' },
  { id: 'conversation', parentId: 'signed-in', path: 'conversations/:conversationId' },
  { id: 'new', parentId: 'signed-in', path: 'conversations/new' },
  { id: 'settings', parentId: 'signed-in', path: 'settings' },
  { id: 'notice', parentId: 'settings', path: 'notices/:noticeId' },
  { id: 'auth', parentId: 'root', path: 'api/auth/*' },
  { id: 'not-found', parentId: 'root', path: '*' },
];
const nameOf = routeNames(routes);

describe('the name of a path', () => {
  it.each([
    ['/', '/'],
    ['/conversations/0198c0de', '/conversations/:conversationId'],
    ['/conversations/0198c0de.data', '/conversations/:conversationId'],
    ['/conversations/new', '/conversations/new'],
    ['/settings/notices/7', '/settings/notices/:noticeId'],
    ['/api/auth/sign-in/email', '/api/auth/*'],
    ['/_root.data', '/'],
    ['/wp-login.php', 'other'],
    ['/conversations/a/b/c', 'other'],
  ])('%s is %s', (path, name) => {
    expect(nameOf(path)).toBe(name);
  });

  it('is one of as many as there are routes, whatever is asked for', () => {
    const segment = fc.oneof(fc.string(), fc.constantFrom('conversations', 'new', 'settings', 'api', 'auth'));
    const names = new Set<string>();
    fc.assert(
      fc.property(fc.array(segment), (segments) => {
        names.add(nameOf(`/${segments.join('/')}`));
      }),
    );
    expect(names.size).toBeLessThanOrEqual(routes.length);
  });
});
