import './cache-compiled.js';

const { runNightly } = await import('../nightly/nightly-command.ts');
await runNightly();
