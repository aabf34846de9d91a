import type { Operation } from '../operation.ts';
import * as customers from './customers.ts';
import * as desk from './desk.ts';
import * as emails from './emails.ts';
import * as policy from './policy.ts';
import * as runs from './runs.ts';

/** Everything that can be asked of the API, in the order that its document lists it. */
export const OPERATIONS: readonly Operation[] = [desk, customers, runs, emails, policy].flatMap(
  (area) => Object.values<Operation>(area),
);
