import { HttpRequest } from '@azure/functions';
import { describe, expect, test } from 'vitest';
import { callerOf } from '../../shared/http/caller.ts';
import { ProblemError } from '../../shared/http/problems.ts';

const asked = (headers: Record<string, string>): HttpRequest =>
  new HttpRequest({ method: 'GET', url: 'https://duewatch.example/api/me', headers });

const principal = (content: unknown): Record<string, string> => ({
  'x-ms-client-principal': Buffer.from(JSON.stringify(content)).toString('base64'),
});

const claim = (typ: string, val: string) => ({ typ, val });

describe('who is calling, by key alone', () => {
  test('may do everything, under the name given in percent-encoding', () => {
    const caller = callerOf(asked({ 'x-duewatch-user': 'Anna%20B%C3%B6k' }), 'none');

    expect(caller.name).toBe('Anna Bök (key)');
    expect(caller.can).toEqual({ read: true, control: true, administer: true });
  });

  test('is nobody else for a header that only the platform may set', () => {
    const forged = principal({ claims: [claim('name', 'Mallory')], name_typ: 'name' });

    expect(callerOf(asked(forged), 'none').name).toBe('key');
  });

  test.each([
    { name: '%0d%0aSet-Cookie%3a x', shown: 'Set-Cookie: x (key)', because: 'it is one line' },
    { name: '%', shown: '% (key)', because: 'it is no percent-encoding' },
    { name: 'x'.repeat(500), shown: `${'x'.repeat(100)} (key)`, because: 'it is bounded' },
    { name: '%E2%80%AE', shown: 'key', because: 'a mark that turns text around is no name' },
  ])('is shown as "$shown": $because', ({ name, shown }) => {
    expect(callerOf(asked({ 'x-duewatch-user': name }), 'none').name).toBe(shown);
  });
});

describe('who is calling, by the word of the platform', () => {
  test.each([
    { role: 'Duewatch.Reader', can: { read: true, control: false, administer: false } },
    { role: 'Duewatch.Controller', can: { read: true, control: true, administer: false } },
    { role: 'Duewatch.Admin', can: { read: true, control: true, administer: true } },
    { role: 'duewatch.admin', can: { read: false, control: false, administer: false } },
  ])('with the role $role may do what it says', ({ role, can }) => {
    const claims = [claim('preferred_username', 'bo@reseller.example'), claim('roles', role)];

    const caller = callerOf(asked(principal({ claims })), 'without-key');

    expect(caller).toMatchObject({ name: 'bo@reseller.example', can });
  });

  test('has the claims that the platform names as name and role', () => {
    const content = {
      name_typ: 'urn:name',
      role_typ: 'urn:role',
      claims: [claim('urn:name', 'Bo'), claim('urn:role', 'Duewatch.Admin')],
    };

    expect(callerOf(asked(principal(content)), 'with-key')).toMatchObject({
      name: 'Bo',
      can: { administer: true },
    });
  });

  test.each([
    { what: 'nothing', headers: {} },
    { what: 'no base64', headers: { 'x-ms-client-principal': '%%%' } },
    { what: 'another shape', headers: principal({ userRoles: ['admin'] }) },
    { what: 'too much', headers: { 'x-ms-client-principal': 'A'.repeat(70_000) } },
  ])('is nobody where the platform sends $what', ({ headers }) => {
    expect(() => callerOf(asked(headers), 'with-key')).toThrow(ProblemError);
  });
});
