import { describe } from 'vitest';
import { keepsDirectory } from '../../contracts/directory.ts';
import { inMemoryDirectory } from './directory.ts';
import { newMemory } from './memory.ts';

describe('a directory in memory', () => {
  keepsDirectory(async () => inMemoryDirectory(newMemory()));
});
