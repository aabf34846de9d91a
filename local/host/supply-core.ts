import { registerHooks } from 'node:module';
import { functionsCore } from './registry.ts';

const CORE = '@azure/functions-core';
const CORE_URL = 'duewatch:functions-core';
const CORE_KEY = 'duewatch.functions-core';

let isSupplied = false;

/**
 * Answers `require('@azure/functions-core')`, which is on no registry: in Azure the worker does
 * this. Must come before the app is loaded, because the library asks once and remembers a refusal.
 */
export function supplyCore(): void {
  if (isSupplied) return;
  isSupplied = true;
  Object.defineProperty(globalThis, Symbol.for(CORE_KEY), { value: functionsCore });
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === CORE
        ? { url: CORE_URL, format: 'commonjs', shortCircuit: true }
        : next(specifier, context),
    load: (url, context, next) => (url === CORE_URL ? coreModule() : next(url, context)),
  });
}

const coreModule = () => ({
  format: 'commonjs' as const,
  source: `module.exports = globalThis[Symbol.for('${CORE_KEY}')];`,
  shortCircuit: true,
});
