import { loadApp } from '../../local/host/load-app.ts';

// Loads the built app as the worker does, and says how many milliseconds it took.
const [appFolder = ''] = process.argv.slice(2);
const startedAt = performance.now();
await loadApp(appFolder, () => undefined);
process.stdout.write(`${Math.round(performance.now() - startedAt)}`);
process.exit(0);
