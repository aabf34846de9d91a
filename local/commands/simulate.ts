import { cacheCompiled } from './cache-compiled.ts';

cacheCompiled();
const { runSimulate } = await import('../simulate/simulate-command.ts');
await runSimulate();
