export const HOOK_NAMES = [
  'appStart',
  'appTerminate',
  'preInvocation',
  'postInvocation',
  'log',
] as const;
export type HookName = (typeof HOOK_NAMES)[number];

export type Hook = (context: object) => unknown;
export type HookRegistry = ReadonlyMap<HookName, Hook[]>;

/** One after the other, as the worker does; what one throws stops the rest. */
export async function runHooks(
  hooks: HookRegistry,
  name: HookName,
  context: object,
): Promise<void> {
  for (const hook of [...(hooks.get(name) ?? [])]) await hook(context);
}

/** Log hooks run while the caller is logging, so nothing they return is waited for. */
export function runLogHooks<Context extends object>(
  hooks: HookRegistry,
  context: Context,
): Context {
  for (const hook of [...(hooks.get('log') ?? [])]) hook(context);
  return context;
}
