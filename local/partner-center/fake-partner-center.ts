import { addDays, type CalendarDate } from '../../shared/ledger/calendar-date.ts';
import { guid } from '../fakes/chance.ts';
import {
  type FakeAnswer,
  type FakeRequest,
  type FakeServer,
  startFakeServer,
} from '../fakes/fake-server.ts';
import { fakeSignIn, type KnownApplication } from '../fakes/fake-sign-in.ts';
import { answerCall, type FakeWorld } from './answer-call.ts';
import { fakeCustomers } from './fake-customers.ts';

export type FakePartnerCenter = FakeServer & {
  readonly world: FakeWorld;
  readonly application: KnownApplication;
  /** Makes it the next day. */
  advance(): CalendarDate;
  expireTokens(): void;
};

export type FakeOptions = {
  readonly seed: string;
  readonly customers: number;
  readonly today: CalendarDate;
  readonly pageSize?: number;
  readonly port?: number;
  /** Answers what is no call of Partner Center's. */
  readonly control?: (request: FakeRequest) => Promise<FakeAnswer | undefined>;
};

/** Partner Center with generated customers, and the sign-in beside it, under one address. */
export async function startFakePartnerCenter(options: FakeOptions): Promise<FakePartnerCenter> {
  const { seed } = options;
  const world: FakeWorld = {
    today: options.today,
    customers: fakeCustomers(seed, options.customers),
    pageSize: options.pageSize ?? 500,
    lacksSecondFactor: false,
    lacksRole: false,
    isAudienceRetired: false,
    isEverybodyApplication: false,
    isListRefused: false,
    isElsewhere: false,
    oddRows: new Map(),
  };
  const application: KnownApplication = {
    tenant: guid(`${seed} partner`),
    clientId: guid(`${seed} application`),
    secret: `fake-secret-${seed}`,
    isSecretExpired: false,
    refreshTokens: [`fake-refresh-${seed}`],
    isRefreshTokenRotated: true,
    grants: [],
  };
  const signIn = fakeSignIn(application);
  const server = await startFakeServer(
    {
      isSpared: signIn.isSignIn,
      expireTokens: signIn.expireTokens,
      answer: async (request) =>
        (await options.control?.(request)) ??
        (signIn.isSignIn(request)
          ? signIn.answer(request)
          : answerCall(request, signIn.callerOf(request), world)),
    },
    options.port,
  );
  return Object.assign(server, {
    world,
    application,
    expireTokens: signIn.expireTokens,
    advance(): CalendarDate {
      world.today = addDays(world.today, 1);
      return world.today;
    },
  });
}
