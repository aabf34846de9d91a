import { globSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { APP_FOLDER } from '../../../local/build-app.ts';
import { copyApp } from '../../../local/package/package-app.ts';
import { readPageFiles } from '../../../shared/http/page-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'package-test-'));

beforeAll(() => copyApp(folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the folder that is deployed', () => {
  test('holds what was built and what the platform reads, and nothing else', () => {
    expect(readdirSync(folder).toSorted()).toEqual([
      'dist',
      'host.json',
      'package-lock.json',
      'package.json',
      'page',
    ]);
    expect(globSync('**/*.{ts,map}', { cwd: folder })).toEqual([]);
  });

  test('holds every function', () => {
    const sources = globSync('functions/**/*.ts', { cwd: APP_FOLDER }).toSorted();

    const compiled = globSync('functions/**/*.js', { cwd: join(folder, 'dist') }).toSorted();

    expect(compiled).toEqual(sources.map((file) => file.replace(/\.ts$/, '.js')));
  });

  test('serves the page as the checkout does', () => {
    symlinkSync(join(APP_FOLDER, 'node_modules'), join(folder, 'node_modules'), 'junction');

    expect(readPageFiles(folder).version).toBe(readPageFiles(APP_FOLDER).version);
  });
});
