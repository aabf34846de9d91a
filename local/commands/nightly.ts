import { cacheCompiled } from './cache-compiled.ts';

cacheCompiled();
const { runNightly } = await import('../nightly/nightly-command.ts');
await runNightly();
