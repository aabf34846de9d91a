import type { AppFunction } from '../functions.ts';
import { reason } from '../host-error.ts';
import type { HostJson } from '../host-json.ts';
import type { Log } from '../log-entry.ts';
import type { RunByName } from '../run-by-name.ts';
import type { StartedApp } from '../start-app.ts';
import type { WorkInFlight } from '../work-in-flight.ts';
import { httpFunction } from './http-routes.ts';
import type { Keys } from './keys.ts';
import { type RunningHttp, startHttp } from './start-http.ts';

export type ServeHttp = {
  readonly host: string;
  readonly port: number;
  readonly hostJson: HostJson;
  readonly app: StartedApp;
  readonly functions: readonly AppFunction[];
  readonly keys: Keys;
  readonly run: RunByName;
  readonly work: WorkInFlight;
  readonly log: Log;
};

/** Serves the app's HTTP functions, and the host's own routes below /admin. */
export async function serveHttp(serving: ServeHttp): Promise<RunningHttp> {
  const { app, functions, keys, hostJson } = serving;
  const prefix = hostJson.extensions.http.routePrefix;
  const isHttp = ({ trigger }: AppFunction): boolean => trigger.type === 'httpTrigger';
  const routes = functions.flatMap((each) =>
    each.trigger.type === 'httpTrigger' ? httpFunction(each, each.trigger) : [],
  );
  return startHttp({
    ...serving,
    app: { routes, prefix, keys, streamUri: app.capabilities.HttpUri },
    admin: {
      keys,
      functionNames: functions.map(({ name }) => name),
      startable: functions.filter((each) => !isHttp(each)).map(({ name }) => name),
      start: (name, input) => startByName(serving, name, input),
    },
  });
}

/** Nobody waits for the end, so what fails before the function begins is logged here. */
function startByName({ run, work, log }: ServeHttp, name: string, input: unknown): void {
  const running = run(name, input).then(
    () => {},
    (error: unknown) => log({ level: 'error', category: 'host', message: reason(error), error }),
  );
  void work.track(running);
}
