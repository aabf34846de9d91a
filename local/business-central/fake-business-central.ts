import type { CalendarDate } from '../../shared/ledger/calendar-date.ts';
import { guid } from '../fakes/chance.ts';
import { type FakeServer, startFakeServer } from '../fakes/fake-server.ts';
import { fakeSignIn, type KnownApplication } from '../fakes/fake-sign-in.ts';
import { answerLists, type FakeCompany } from './answer-lists.ts';
import { type FakeBooks, type FakeDebtor, fakeBooks } from './fake-books.ts';

export type FakeBusinessCentral = FakeServer & {
  readonly company: FakeCompany;
  readonly books: FakeBooks;
  readonly companyId: string;
  readonly application: KnownApplication;
};

export type FakeBusinessCentralOptions = {
  readonly seed: string;
  readonly debtors: readonly FakeDebtor[];
  readonly today: CalendarDate;
  readonly port?: number;
};

const ENVIRONMENT = 'Production';

/** Business Central with generated books, and the sign-in beside it, under one address. */
export async function startFakeBusinessCentral({
  seed,
  debtors,
  today,
  port,
}: FakeBusinessCentralOptions): Promise<FakeBusinessCentral> {
  const application: KnownApplication = {
    tenant: guid(`${seed} books`),
    clientId: guid(`${seed} books application`),
    secret: `fake-books-secret-${seed}`,
    isSecretExpired: false,
    refreshTokens: [],
    isRefreshTokenRotated: false,
    grants: [],
  };
  const companyId = guid(`${seed} company`);
  const books = fakeBooks(seed, debtors, today);
  const company: FakeCompany = {
    path: `/v2.0/${application.tenant}/${ENVIRONMENT}/api/v2.0/companies(${companyId})`,
    books,
    isApplicationUnknown: false,
    lacksPermission: false,
    unknownLists: [],
  };
  const signIn = fakeSignIn(application);
  const server = await startFakeServer(
    {
      isSpared: signIn.isSignIn,
      expireTokens: signIn.expireTokens,
      answer: (request) =>
        signIn.isSignIn(request)
          ? signIn.answer(request)
          : answerLists(request, signIn.callerOf(request) !== undefined, company),
    },
    port,
  );
  return Object.assign(server, { company, books, companyId, application });
}
