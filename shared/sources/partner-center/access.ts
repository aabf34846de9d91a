/** Where a cloud's Partner Center and its sign-in are. */
export const CLOUDS = {
  global: {
    api: 'https://api.partnercenter.microsoft.com',
    login: 'https://login.microsoftonline.com',
  },
  'us-government': {
    api: 'https://api.partnercenter.microsoft.com',
    login: 'https://login.microsoftonline.us',
  },
} as const;
export type Cloud = keyof typeof CLOUDS;

/** Who we are in the partner's own tenant. */
export type PartnerCenterAccess = {
  /** The partner's tenant, by id or by domain; never a customer's. */
  readonly tenant: string;
  readonly clientId: string;
  readonly credential: Credential;
  readonly cloud: Cloud;
  /** Other places than the cloud's own, for a fake of them. */
  readonly apiUrl?: string;
  readonly loginUrl?: string;
};

/** The certificate is a PEM file's text, with its private key. */
export type Credential =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'certificate'; readonly pem: string };

/** The refresh token of the account that signed in once, with a second factor. */
export interface RefreshTokens {
  read(): Promise<string>;
  /** A sign-in brings another one, which lives for longer: keep it. */
  keep(token: string): Promise<void>;
}
