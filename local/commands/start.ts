import './cache-compiled.js';

const { runStart } = await import('../start-command.ts');
await runStart();
