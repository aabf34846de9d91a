import { BuildError, buildApp } from '../local/build-app.ts';

/**
 * Before any test: those that run the app as its users do find it built, and do not race to. An
 * app that does not compile fails these tests, and no others.
 */
export async function setup(): Promise<void> {
  try {
    await buildApp();
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
  }
}
