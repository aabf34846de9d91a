import type { Policy } from '../../../shared/policy/policy.ts';

/** Every stage of these policies once: mildest first, ladder by ladder. */
export const stageNames = (policies: readonly Policy[]): readonly string[] => [
  ...new Set(
    policies.flatMap(({ dunning }) =>
      Object.values(dunning).flatMap(({ stages }) => stages.map(({ name }) => name)),
    ),
  ),
];
