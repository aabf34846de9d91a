import { createRequire, registerHooks } from 'node:module';
import { join } from 'node:path';

type Service = {
  start(): Promise<void>;
  close(): Promise<void>;
  getHttpServerAddress(): string;
};
type ServiceModule = { readonly default: new (configuration: object) => Service };
type ConfigurationModule = { readonly default: new () => object };

export type Azurite = { readonly connectionString: string; close(): Promise<void> };

// The account every storage emulator has; its key is published and protects nothing.
const ACCOUNT = 'devstoreaccount1';
const ACCOUNT_KEY =
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/**
 * Blob, queue and table service in this process, on free ports of 127.0.0.1, data under `folder`.
 * The deep imports are no public API of Azurite, which is why package.json pins its version.
 */
export async function openAzurite(folder: string): Promise<Azurite> {
  leaveTelemetryOut();
  const services = {
    blob: service(
      require('azurite/dist/src/blob/BlobServer.js'),
      require('azurite/dist/src/blob/BlobConfiguration.js'),
      extents(folder, 'blob', 50),
    ),
    queue: service(
      require('azurite/dist/src/queue/QueueServer.js'),
      require('azurite/dist/src/queue/QueueConfiguration.js'),
      extents(folder, 'queue', 1),
    ),
    table: service(
      require('azurite/dist/src/table/TableServer.js'),
      require('azurite/dist/src/table/TableConfiguration.js'),
      { metadataDBPath: join(folder, '__azurite_db_table__.json') },
    ),
  };
  const all = Object.values(services);
  await Promise.all(all.map((each) => each.start()));
  const address = (of: Service): string => `${of.getHttpServerAddress()}/${ACCOUNT}`;
  return {
    connectionString: [
      'DefaultEndpointsProtocol=http',
      `AccountName=${ACCOUNT}`,
      `AccountKey=${ACCOUNT_KEY}`,
      `BlobEndpoint=${address(services.blob)}`,
      `QueueEndpoint=${address(services.queue)}`,
      `TableEndpoint=${address(services.table)}`,
      '',
    ].join(';'),
    close: async () => void (await Promise.all(all.map((each) => each.close()))),
  };
}

const require = createRequire(import.meta.url);

/** Configurations are filled by property: their constructors take 17 arguments, in two orders. */
function service(
  { default: Server }: ServiceModule,
  { default: Configuration }: ConfigurationModule,
  paths: object,
): Service {
  const configuration = Object.assign(new Configuration(), paths, {
    host: '127.0.0.1',
    port: 0,
    keepAliveTimeout: 60,
    enableAccessLog: false,
    enableDebugLog: false,
    skipApiVersionCheck: true,
  });
  return new Server(configuration);
}

function extents(folder: string, kind: 'blob' | 'queue', maxConcurrency: number): object {
  const locationPath = join(folder, `__${kind}storage__`);
  return {
    metadataDBPath: join(folder, `__azurite_db_${kind}__.json`),
    extentDBPath: join(folder, `__azurite_db_${kind}_extent__.json`),
    persistencePathArray: [{ locationId: 'Default', locationPath, maxConcurrency }],
  };
}

/** Never used here, telemetry would be two thirds of the modules to load and half the time. */
function leaveTelemetryOut(): void {
  const url = 'duewatch:no-telemetry';
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'applicationinsights'
        ? { url, format: 'commonjs', shortCircuit: true }
        : next(specifier, context),
    load: (loaded, context, next) =>
      loaded === url
        ? { format: 'commonjs', source: 'module.exports = {};', shortCircuit: true }
        : next(loaded, context),
  });
}
