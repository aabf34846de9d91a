import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { SourceError, UnavailableError } from '../../../shared/run/errors.ts';
import { allOf, fakeAccess } from './fake-access.ts';

type Partner = Awaited<ReturnType<typeof fakeAccess>>;

const spoilt: readonly {
  wrong: string;
  spoil: (partner: Partner) => void;
  says: string;
}[] = [
  {
    wrong: 'a tenant id is mistyped',
    spoil: ({ fake }) => {
      fake.application.tenant = 'another';
    },
    says: 'set PARTNER_CENTER_TENANT to the id of your own (partner) tenant',
  },
  {
    wrong: 'an application is unknown',
    spoil: ({ fake }) => {
      fake.application.clientId = 'another';
    },
    says: 'set PARTNER_CENTER_CLIENT_ID to the application’s id'.replace('’', "'"),
  },
  {
    wrong: 'a secret is wrong',
    spoil: ({ fake }) => {
      fake.application.secret = 'another';
    },
    says: "set PARTNER_CENTER_CLIENT_SECRET to the secret's value, not to its id",
  },
  {
    wrong: 'a secret has expired',
    spoil: ({ fake }) => {
      fake.application.isSecretExpired = true;
    },
    says: 'has expired: make another in Entra (App registrations, Certificates & secrets) and set PARTNER_CENTER_CLIENT_SECRET',
  },
  {
    wrong: 'a refresh token is revoked',
    spoil: ({ fake }) => {
      fake.application.refreshTokens = [];
    },
    says: 'the refresh token is not valid: sign in once more',
  },
  {
    wrong: 'the account has no role',
    spoil: ({ fake }) => {
      fake.world.lacksRole = true;
    },
    says: 'give it Admin agent in Partner Center (Account settings, User management)',
  },
  {
    wrong: 'the account signed in without a second factor (900421)',
    spoil: ({ fake }) => {
      fake.world.lacksSecondFactor = true;
    },
    says: 'the account signed in without a second factor: sign in once more',
  },
  {
    wrong: 'the audience is the retired one (900420)',
    spoil: ({ fake }) => {
      fake.world.isAudienceRetired = true;
    },
    says: 'accepted no longer (graph.windows.net): sign in once more',
  },
  {
    wrong: 'the address is of something else',
    spoil: ({ fake }) => {
      fake.world.isElsewhere = true;
    },
    says: 'what answers is not Partner Center (404, Not Found): leave PARTNER_CENTER_URL empty',
  },
];

/** Both lists, as a night reads them. */
async function read({ live }: Partner): Promise<void> {
  const reading = await live.source.open();
  try {
    await Array.fromAsync(reading.identities?.() ?? []);
    await allOf(reading);
  } finally {
    reading.close();
  }
}

describe('signing in to Partner Center', () => {
  test.each(spoilt)('where $wrong one message says which and where to mend it', async (each) => {
    await using partner = await fakeAccess();
    each.spoil(partner);

    const opened = read(partner);

    await expect(opened).rejects.toThrow(SourceError);
    await expect(opened).rejects.toThrow(each.says);
  });

  test.each(spoilt)(
    'where $wrong no secret is in the error, nor in what caused it',
    async (each) => {
      await using partner = await fakeAccess();
      const secrets = [
        partner.fake.application.secret,
        'fake-refresh-',
        'fake-account-',
        'fake-application-',
      ];
      each.spoil(partner);

      const shown = inspect(await read(partner).catch((error: unknown) => error), { depth: 20 });

      for (const secret of secrets) expect(shown).not.toContain(secret);
    },
  );

  test('that is not to be reached is to be tried again, and is nobody’s mistake', async () => {
    await using partner = await fakeAccess({ access: { loginUrl: 'http://127.0.0.1:65533' } });

    const opened = read(partner);

    await expect(opened).rejects.toThrow(UnavailableError);
    await expect(opened).rejects.toThrow(
      'Cannot sign in to Partner Center because of no answer from 127.0.0.1:65533 (ECONNREFUSED): try again later',
    );
    const retry = {
      what: 'sign in to Partner Center',
      because: 'no answer from 127.0.0.1:65533 (ECONNREFUSED)',
    };
    expect(partner.retries.slice(0, 3)).toEqual([retry, retry, retry]);
  });

  test('what is told to accounts alone is refused to an application in words that help', async () => {
    await using partner = await fakeAccess();
    partner.fake.world.isEverybodyApplication = true;

    const opened = read(partner);

    await expect(opened).rejects.toThrow('it is told to an account and to no application alone');
  });

  test('who is refused as an application is told of the application, and of no account', async () => {
    await using partner = await fakeAccess();
    partner.fake.world.isListRefused = true;

    const opened = read(partner);

    await expect(opened).rejects.toThrow(
      'because it does not take the application by itself (403, code 900308, Insufficient privileges.): see that PARTNER_CENTER_TENANT is your own (partner) tenant',
    );
  });

  test('a rotated refresh token is kept, and used from then on', async () => {
    await using partner = await fakeAccess();
    await read(partner);
    partner.fake.application.refreshTokens = partner.kept.slice();
    partner.fake.expireTokens();

    await read(partner);

    expect(partner.kept).toHaveLength(2);
  });

  test('an account signs in with its refresh token, an application with its secret alone', async () => {
    await using partner = await fakeAccess();

    await read(partner);

    expect(partner.fake.application.grants.toSorted()).toEqual([
      'client_credentials',
      'refresh_token',
    ]);
  });
});
