import module from 'node:module';
import { dirname, join } from 'node:path';
import './ask-for-packages.js';

/**
 * What was compiled once is only loaded the next time, which halves the start of a command. To be
 * imported before anything else, and JavaScript itself: `node --import` of it spares a command even
 * the compiler. In a folder of ours: what lies in it is run. A Node that cannot do it has more to ask.
 */
const root = dirname(dirname(import.meta.dirname));
module.enableCompileCache?.(join(root, 'node_modules', '.cache', 'duewatch'));
