import './cache-compiled.js';

const { runSimulate } = await import('../simulate/simulate-command.ts');
await runSimulate();
