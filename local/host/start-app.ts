import type { Capabilities } from './core-types.ts';
import { runHooks } from './hooks.ts';
import { HostError, reason } from './host-error.ts';
import type { HookData } from './invoke.ts';
import { type LoadedApp, loadApp } from './load-app.ts';
import type { Log } from './log-entry.ts';
import type { StopList } from './stop-list.ts';

export type StartedApp = LoadedApp & HookData & { readonly capabilities: Capabilities };

/** Loads the app and tells it so. An appStart hook that throws fails the start, as in Azure. */
export async function startApp(appFolder: string, log: Log, stops: StopList): Promise<StartedApp> {
  const app = await loadApp(appFolder, log);
  const hookData = { appHookData: {}, appOnlyHookData: {} };
  const context = { hookData: hookData.appOnlyHookData, appHookData: hookData.appHookData };
  const { hooks } = app.registry;
  const capabilities = await app.model.getCapabilities({});
  try {
    await runHooks(hooks, 'appStart', { ...context, functionAppDirectory: appFolder });
  } catch (error) {
    throw new HostError(`Cannot start the app because an appStart hook failed: ${reason(error)}`, {
      cause: error,
    });
  }
  stops.add(() => terminate());
  return { ...app, ...hookData, capabilities };

  async function terminate(): Promise<void> {
    try {
      await runHooks(hooks, 'appTerminate', context);
    } catch (error) {
      const message = `An appTerminate hook failed: ${reason(error)}`;
      log({ level: 'error', category: 'host', message, error });
    }
  }
}
