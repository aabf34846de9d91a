import { cacheCompiled } from './cache-compiled.ts';

cacheCompiled();
const { runStart } = await import('../start-command.ts');
await runStart();
