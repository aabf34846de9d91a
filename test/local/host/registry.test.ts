import { expect, test } from 'vitest';
import { functionsCore, openRegistry, useRegistry } from '../../../local/host/registry.ts';

test('a hook that no host knows is a RangeError the library recognises', () => {
  useRegistry(openRegistry(() => {}));

  expect(() => functionsCore.registerHook('onSunday', () => {})).toThrow(
    expect.objectContaining({ name: 'RangeError', isAzureFunctionsSystemError: true }),
  );
});

test('a hook that was disposed of is not there any more', () => {
  const registry = openRegistry(() => {});
  useRegistry(registry);

  functionsCore.registerHook('log', () => {}).dispose();

  expect(registry.hooks.get('log')).toEqual([]);
});
