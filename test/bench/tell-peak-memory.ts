import { writeSync } from 'node:fs';

/** The pipe that run-script.ts listens at. */
const PIPE = 3;

// Preloaded into a measured process: its own last word says the most memory it ever held, in kB.
process.on('exit', () => writeSync(PIPE, `${process.resourceUsage().maxRSS}`));
