import { z } from 'zod';
import { NOTHING, operation } from '../operation.ts';
import { DraftPolicy, PolicyAnswer, PolicyProblems, PreviewPolicy } from '../shapes/policy.ts';
import { StartedRun } from '../shapes/runs.ts';

export const READ_POLICY = operation({
  id: 'read-policy',
  method: 'GET',
  path: 'api/policy',
  needs: 'read',
  summary: 'The policy that the next night will follow',
  params: NOTHING,
  query: NOTHING,
  body: NOTHING,
  answer: PolicyAnswer,
  statuses: [200],
});

export const VALIDATE_POLICY = operation({
  id: 'validate-policy',
  method: 'POST',
  path: 'api/policy/validate',
  needs: 'read',
  summary: 'Say what is wrong with a draft of the policy',
  params: NOTHING,
  query: NOTHING,
  body: DraftPolicy,
  answer: PolicyProblems,
  statuses: [200],
});

export const PREVIEW_POLICY = operation({
  id: 'preview-policy',
  method: 'POST',
  path: 'api/policy/preview',
  needs: 'administer',
  summary: 'Start a dry run of the last night with a draft; its changes are what the draft does',
  params: NOTHING,
  query: NOTHING,
  body: PreviewPolicy,
  answer: StartedRun,
  statuses: [202],
});

export const READ_OPENAPI = operation({
  id: 'read-openapi',
  method: 'GET',
  path: 'api/openapi.json',
  needs: 'read',
  summary: 'This document',
  params: NOTHING,
  query: NOTHING,
  body: NOTHING,
  answer: z.looseObject({ openapi: z.string() }),
  statuses: [200],
});
