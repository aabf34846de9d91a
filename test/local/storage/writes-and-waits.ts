import { startStorage } from '../../../local/storage/start-storage.ts';
import { writeSamples } from './samples.ts';

// An app for a test to kill: it writes, says so, and never stops its storage.
const [folder = ''] = process.argv.slice(2);
const { connectionString } = await startStorage({ folder });
await writeSamples(connectionString);
process.send?.(connectionString);
setInterval(() => {}, 60_000);
