import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSettings } from '../shared/settings.ts';

const sample: { Values: Record<string, string> } = JSON.parse(
  readFileSync('local.settings.sample.json', 'utf8'),
);

describe('readSettings', () => {
  test('nothing but the storage needs setting', () => {
    const settings = readSettings({ AzureWebJobsStorage: 'UseDevelopmentStorage=true' });

    expect(settings.NIGHTLY_SCHEDULE).toBe('0 0 2 * * *');
    expect(settings.RUN_DEADLINE_HOURS).toBe(6);
  });

  test('all mistakes are named together, and no value is shown', () => {
    const environment = {
      AzureWebJobsStorage: '',
      NIGHTLY_SCHEDULE: 'at two, s3cret',
      RUN_DEADLINE_HOURS: '-1',
      FILES_FOLDER: 'a',
      FILES_CONTAINER: 'b',
    };

    expect(() => readSettings(environment)).toThrow(
      /NIGHTLY_SCHEDULE: expected six cron fields[\s\S]*RUN_DEADLINE_HOURS/,
    );
    expect(() => readSettings(environment)).not.toThrow('s3cret');
  });

  test('storage may be named by its account, for an identity', () => {
    const { AzureWebJobsStorage__accountName: name } = readSettings({
      AzureWebJobsStorage__accountName: 'duewatch',
    });

    expect(name).toBe('duewatch');
  });

  test('without storage there is no start', () => {
    expect(() => readSettings({})).toThrow('AzureWebJobsStorage: is not set');
  });

  test('a tenant of Partner Center needs who signs in to it, and each lack is named', () => {
    const environment = {
      AzureWebJobsStorage: 'UseDevelopmentStorage=true',
      PARTNER_CENTER_TENANT: '6f0b2c1e-7a54-4a0e-9d51-0f6a3c1b2d77',
    };

    expect(() => readSettings(environment)).toThrow(
      /PARTNER_CENTER_CLIENT_ID: is not set[\s\S]*PARTNER_CENTER_CLIENT_SECRET: give it or[\s\S]*PARTNER_CENTER_REFRESH_TOKEN: give it or/,
    );
  });

  test('a mistyped tenant is noticed before the night, and not shown', () => {
    const environment = {
      AzureWebJobsStorage: 'UseDevelopmentStorage=true',
      PARTNER_CENTER_TENANT: '6f0b2c1e-7a54-4a0e-9d51-0f6a3c1b2d7',
    };

    expect(() => readSettings(environment)).toThrow(
      "PARTNER_CENTER_TENANT: expected your own (partner) tenant's id or domain",
    );
    expect(() => readSettings(environment)).not.toThrow('6f0b2c1e');
  });

  test.each([
    ['PARTNER_CENTER_CLIENT_ID', 'PARTNER_CENTER_TENANT'],
    ['BUSINESS_CENTRAL_CLIENT_ID', 'BUSINESS_CENTRAL_TENANT'],
  ])('%s without %s is no silent lack of a source', (name, tenant) => {
    const environment = {
      AzureWebJobsStorage: 'UseDevelopmentStorage=true',
      [name]: '6f0b2c1e-7a54-4a0e-9d51-0f6a3c1b2d77',
    };

    expect(() => readSettings(environment)).toThrow(`${tenant}: is not set beside ${name}`);
  });

  test('in Azure no e-mail is written to the folder of an instance unless somebody says so', () => {
    const environment = {
      AzureWebJobsStorage__accountName: 'duewatch',
      WEBSITE_SITE_NAME: 'duewatch-kestrel',
    };

    expect(() => readSettings(environment)).toThrow('EMAIL_TRANSPORT: is not set: in Azure');
    for (const transport of [
      { SMTP_URL: 'smtps://mail.kestrel.example' },
      { ACS_ENDPOINT: 'https://kestrel.communication.azure.com' },
      { EMAIL_TRANSPORT: 'folder' },
    ])
      expect(readSettings({ ...environment, ...transport })).toMatchObject(transport);
  });

  test('dispute statuses that mean the end of a dispute are listed as one would', () => {
    const { BUSINESS_CENTRAL_SETTLED_DISPUTES: settled } = readSettings({
      AzureWebJobsStorage: 'UseDevelopmentStorage=true',
      BUSINESS_CENTRAL_SETTLED_DISPUTES: 'RESOLVED; CLOSED',
    });

    expect(settled).toEqual(['RESOLVED', 'CLOSED']);
  });

  test('the sample settings hold every setting, and are valid', () => {
    const settings = readSettings(sample.Values);

    expect(Object.keys(sample.Values)).toEqual(expect.arrayContaining(Object.keys(settings)));
  });

  test.each(Object.keys(sample.Values).filter((name) => name !== 'FUNCTIONS_WORKER_RUNTIME'))(
    'docs/settings.md says what %s means',
    (name) => {
      expect(readFileSync('docs/settings.md', 'utf8')).toContain(`\`${name}\``);
    },
  );
});
