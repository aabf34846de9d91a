/** Whose books are read, and as which application of Entra. */
export type BusinessCentralAccess = {
  /** The tenant that Business Central is in. */
  readonly tenant: string;
  readonly environment: string;
  /** The company's id, a GUID: names change. */
  readonly company: string;
  readonly clientId: string;
  readonly secret: string;
  /** Other places than Microsoft's own, for a fake of them. */
  readonly apiUrl?: string;
  readonly loginUrl?: string;
};

export const API_URL = 'https://api.businesscentral.dynamics.com';
export const LOGIN_URL = 'https://login.microsoftonline.com';

/** Requests a minute that an environment takes: fewer than a production one allows. */
export const CALLS_PER_MINUTE = 300;

/** Where the company's lists are. */
export const companyUrl = ({ apiUrl, tenant, environment, company }: BusinessCentralAccess) =>
  `${apiUrl ?? API_URL}/v2.0/${encodeURIComponent(tenant)}/${encodeURIComponent(environment)}/api/v2.0/companies(${company})`;
