/** What the platform sets for every app; names that start an app's own settings win over these. */
const PLATFORM = {
  FUNCTIONS_WORKER_RUNTIME: 'node',
  AZURE_FUNCTIONS_ENVIRONMENT: 'Development',
};

/** Sets what the app finds in process.env, and returns what puts it back. */
export function setEnvironment(given: Readonly<Record<string, string>>): () => void {
  const settings = Object.entries({ ...PLATFORM, ...given });
  const before = settings.map(([name]) => [name, process.env[name]] as const);
  for (const [name, value] of settings) process.env[name] = value;
  return () => {
    for (const [name, value] of before)
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  };
}
