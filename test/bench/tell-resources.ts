import { writeSync } from 'node:fs';

/** The pipe that run-script.ts listens at. */
const PIPE = 3;

// Preloaded into a measured process: its last word is what it used, memory in kB, time in µs.
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeSync(PIPE, JSON.stringify({ maxRSS, cpuTime: userCPUTime + systemCPUTime }));
});
