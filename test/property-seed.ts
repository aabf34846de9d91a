import fc from 'fast-check';

/**
 * The same generated cases on every run, so that a commit is red for what it changed alone.
 * `PROPERTY_SEED=<number> npm test` tries others.
 */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_260_317) });
