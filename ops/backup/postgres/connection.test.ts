import { describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { databaseNameOf, forPrograms } from './connection.ts';

/** How PostgreSQL's own programs read a URI: parameters by name, where only %XX stands for something else. */
function readAsPrograms(address: string): Record<string, string> {
  const [, query = ''] = /^postgresql:[/]{3}[?](.*)$/.exec(address) ?? [];
  return Object.fromEntries(
    query
      .split('&')
      .map((pair) => pair.split('=').map((text) => decodeURIComponent(text)) as [string, string]),
  );
}

describe("a database's URL, for PostgreSQL's own programs", () => {
  test.each([
    'postgresql://u:p%23w%2Fx%40@db.test:5433/name?sslmode=require&channel_binding=require',
    'postgresql://u:hunter%2@db.test/name',
    'postgresql://u@db.test',
    'postgresql:///name?host=/var/run/postgresql&port=5433&user=u&password=s%20t',
    'postgresql://a%40b:hunter2@[::1]:5432/my%20name',
  ])('is the same as for the driver: %s', (url) => {
    const { host, port, user, database, password } = new pg.Client({ connectionString: url });
    const { address, password: given } = forPrograms(url);
    expect(readAsPrograms(address)).toMatchObject({
      ...{ host, port: String(port), user },
      dbname: database ?? user,
    });
    expect(given).toBe(password ?? '');
    if (given !== '') expect(decodeURIComponent(address)).not.toContain(given);
  });

  test('has what these programs know of its parameters, and nothing else', () => {
    const of = (query: string) => {
      const {
        host: _host,
        port: _port,
        user: _user,
        dbname: _dbname,
        ...more
      } = readAsPrograms(forPrograms(`postgresql://u:p@db.test/name?${query}`).address);
      return more;
    };
    expect(of('pgbouncer=true&options=-c%20search_path%3Dx&application_name=a')).toEqual({
      options: '-c search_path=x',
    });
    expect(of('sslmode=no-verify')).toEqual({ sslmode: 'require' });
    expect(of('sslmode=disable')).toEqual({ sslmode: 'disable' });
    // By the authorities of the machine, as the driver does it.
    expect(of('sslmode=verify-full')).toMatchObject({ sslmode: 'verify-full' });
  });

  test('names no other database than the driver takes', () => {
    expect(databaseNameOf('postgresql://u:p@db.test/my%20name')).toBe('my name');
    expect(databaseNameOf('postgresql://u:p@db.test')).toBe('u');
    expect(databaseNameOf('postgresql://u:p@db.test/?sslmode=disable')).toBe('u');
  });
});
