import { v5 } from 'uuid';
import type { Email } from './email.ts';

const NAMESPACE = '5b0f6d1e-9c3a-4d57-8a61-2f7de0c4b918';

/** The same decisions give the same id, in whatever order they were found. */
export function emailId(kind: Email['kind'], decisionKeys: readonly string[]): string {
  return v5(JSON.stringify([kind, ...decisionKeys.toSorted()]), NAMESPACE);
}

/** What one attempt to send an e-mail is known by outside: the first by the id of the e-mail. */
export const operationId = (id: string, attempt: number): string =>
  attempt === 0 ? id : v5(JSON.stringify(['attempt', id, attempt]), NAMESPACE);
