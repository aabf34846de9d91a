import { PARTS } from './parts.ts';

// One part of the bench, in a process of its own; its figures go to the process that started it.

const [name = '', quick = ''] = process.argv.slice(2);
const figures = await PARTS[name]?.({ quick: quick !== '' });
process.send?.(figures, () => process.disconnect());
