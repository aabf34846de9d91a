import { buildApp } from '../local/build-app.ts';

/** Before any test: those that run the app as its users do find it built, and do not race to. */
export const setup = buildApp;
