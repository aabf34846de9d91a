import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

/** What each folder may import besides itself. Read downwards, it is the data flow. */
const mayImport: Record<string, readonly string[]> = {
  'shared/ledger': [],
  'shared/languages': ['shared/ledger'],
  'shared/policy': ['shared/ledger', 'shared/languages'],
  'shared/evaluation': ['shared/ledger', 'shared/languages', 'shared/policy'],
  'shared/decisions': ['shared/ledger', 'shared/languages', 'shared/policy', 'shared/evaluation'],
  'shared/run': [
    'shared/ledger',
    'shared/languages',
    'shared/policy',
    'shared/evaluation',
    'shared/decisions',
  ],
  'shared/sources': ['shared/ledger', 'shared/policy', 'shared/run'],
  'shared/effects': ['shared/ledger', 'shared/languages', 'shared/decisions', 'shared/run'],
  'shared/http': [
    'shared/ledger',
    'shared/languages',
    'shared/policy',
    'shared/evaluation',
    'shared/decisions',
    'shared/run',
  ],
  'shared/settings.ts': ['shared/settings-problems.ts'],
  'shared/settings-problems.ts': [],
  'shared/live-sources.ts': [
    'shared/effects',
    'shared/run',
    'shared/settings.ts',
    'shared/sources',
  ],
  'shared/live-business-central.ts': [
    'shared/effects',
    'shared/run',
    'shared/settings.ts',
    'shared/sources',
  ],
  'shared/live-partner-center.ts': ['shared/effects', 'shared/settings.ts', 'shared/sources'],
  'shared/live-email.ts': [
    'shared/effects',
    'shared/live-sources.ts',
    'shared/run',
    'shared/settings.ts',
  ],
  'shared/live.ts': [
    'shared/effects',
    'shared/live-email.ts',
    'shared/live-business-central.ts',
    'shared/live-partner-center.ts',
    'shared/live-sources.ts',
    'shared/run',
    'shared/settings.ts',
  ],
  page: ['shared/http', 'shared/languages'],
  functions: ['shared/http', 'shared/live.ts', 'shared/policy', 'shared/run'],
};

const files = globSync('{functions,page,shared}/**/*.ts');

describe('architecture', () => {
  test.each(files)('%s imports only from upstream', (file) => {
    const imported = importsOf(file).map(placeOf);

    expect([placeOf(file), ...(mayImport[placeOf(file)] ?? [])]).toEqual(
      expect.arrayContaining(imported),
    );
  });

  test.each(files)('%s lies in a folder that has its place in the flow', (file) => {
    expect(Object.keys(mayImport)).toContain(placeOf(file));
  });

  test.each(files.filter((file) => file !== normalize('shared/live.ts')))(
    '%s reads neither the clock nor a setting',
    (file) => {
      expect(readFileSync(file, 'utf8')).not.toMatch(/new Date\(\)|Date\.now|process\.env/);
    },
  );

  test('nothing that is deployed imports what is only for this machine', () => {
    expect(files.flatMap(importsOf).filter((path) => path.startsWith(`local${sep}`))).toEqual([]);
  });
});

/** A folder of shared/, a file right under it, or functions/ or page/ as a whole. */
function placeOf(file: string): string {
  const [top = '', folder = ''] = file.split(sep);
  return top === 'functions' || top === 'page' ? top : `${top}/${folder}`;
}

function importsOf(file: string): string[] {
  const imports = readFileSync(file, 'utf8').matchAll(/(?:from|import\() ?'(\.[^']+)'/g);
  return [...imports].map(([, path = '']) => join(dirname(file), path));
}
