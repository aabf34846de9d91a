import { z } from 'zod';
import { StartRun } from '../../run/start-run.ts';
import { NOTHING, operation } from '../operation.ts';
import { OfRun, Token } from '../shapes/common.ts';
import {
  RejectList,
  Report,
  RunChanges,
  RunList,
  RunWithProgress,
  StartedRun,
} from '../shapes/runs.ts';

const Paged = z.object({ after: Token.optional() });

export const START_RUN = operation({
  id: 'start-run-now',
  method: 'POST',
  path: 'api/runs',
  needs: 'control',
  summary: 'Start a run, or be told of the one under way',
  params: NOTHING,
  query: NOTHING,
  body: StartRun,
  answer: StartedRun,
  statuses: [202],
});

export const LIST_RUNS = operation({
  id: 'list-runs',
  method: 'GET',
  path: 'api/runs',
  needs: 'read',
  summary: 'Runs, newest first',
  params: NOTHING,
  query: Paged,
  body: NOTHING,
  answer: RunList,
  statuses: [200],
});

export const READ_RUN = operation({
  id: 'read-run',
  method: 'GET',
  path: 'api/runs/{runId}',
  needs: 'read',
  summary: 'A run, and how far it has got',
  params: OfRun,
  query: NOTHING,
  body: NOTHING,
  answer: RunWithProgress,
  statuses: [200],
  isSpoken: true,
});

export const CANCEL_RUN = operation({
  id: 'cancel-run',
  method: 'DELETE',
  path: 'api/runs/{runId}',
  needs: 'control',
  summary: 'Cancel a run; what it has decided so far stands',
  params: OfRun,
  query: NOTHING,
  body: NOTHING,
  answer: RunWithProgress,
  statuses: [200],
  isSpoken: true,
});

export const READ_REPORT = operation({
  id: 'read-report',
  method: 'GET',
  path: 'api/runs/{runId}/report',
  needs: 'read',
  summary: 'The report of a run, as nightly --json writes it',
  params: OfRun,
  query: Paged,
  body: NOTHING,
  answer: Report,
  statuses: [200],
});

export const LIST_REJECTS = operation({
  id: 'list-rejects',
  method: 'GET',
  path: 'api/runs/{runId}/rejects',
  needs: 'read',
  summary: 'Input rows that a run could not read',
  params: OfRun,
  query: Paged,
  body: NOTHING,
  answer: RejectList,
  statuses: [200],
  isSpoken: true,
});

export const READ_CHANGES = operation({
  id: 'read-changes',
  method: 'GET',
  path: 'api/runs/{runId}/changes',
  needs: 'read',
  summary: 'What a run decided otherwise than the night before it',
  params: OfRun,
  query: NOTHING,
  body: NOTHING,
  answer: RunChanges,
  statuses: [200],
  isSpoken: true,
});
