import type { FakeAnswer } from '../fakes/fake-server.ts';

/** A refusal in Partner Center's own form. */
export const refused = (status: number, code: string, description: string): FakeAnswer => ({
  status,
  body: JSON.stringify({ code, description, data: [], source: 'PartnerFD' }),
});
