/** The name of a setting, and what is wrong with it. */
type Problem = readonly [string, string];

/** Settings that were read, of which some may not be set. */
type Given<Name extends string> = { readonly [name in Name]?: string | undefined };

type PartnerCenterKey = 'PARTNER_CENTER_TENANT' | (typeof PARTNER_CENTER)[number];

type BusinessCentralKey = 'BUSINESS_CENTRAL_TENANT' | (typeof BUSINESS_CENTRAL)[number];

/** What is of no use without the tenant, and so is a sign that its name is mistyped. */
const PARTNER_CENTER = [
  'PARTNER_CENTER_CLIENT_ID',
  'PARTNER_CENTER_CLIENT_SECRET',
  'PARTNER_CENTER_CERTIFICATE_FILE',
  'PARTNER_CENTER_REFRESH_TOKEN',
  'PARTNER_CENTER_VAULT',
] as const;

type TransportKey =
  | 'ACS_CONNECTION_STRING'
  | 'ACS_ENDPOINT'
  | 'SMTP_URL'
  | 'EMAIL_TRANSPORT'
  | 'WEBSITE_SITE_NAME';

/** Settings of one source want each other. */
export const sourceProblems = (
  set: Given<PartnerCenterKey | BusinessCentralKey>,
): readonly Problem[] => [...partnerCenterProblems(set), ...businessCentralProblems(set)];

/** Who sets a tenant wants its spend, and that takes an application and an account's sign-in. */
function partnerCenterProblems(set: Given<PartnerCenterKey>): readonly Problem[] {
  if (set.PARTNER_CENTER_TENANT === undefined)
    return tenantProblems('PARTNER_CENTER_TENANT', PARTNER_CENTER, set);
  const isOneOf = (a: string | undefined, b: string | undefined): boolean =>
    (a === undefined) !== (b === undefined);
  const problems: [string, string, boolean][] = [
    [
      'PARTNER_CENTER_CLIENT_ID',
      'is not set beside PARTNER_CENTER_TENANT: give the id of your application in Entra',
      set.PARTNER_CENTER_CLIENT_ID === undefined,
    ],
    [
      'PARTNER_CENTER_CLIENT_SECRET',
      'give it or PARTNER_CENTER_CERTIFICATE_FILE, one of the two',
      !isOneOf(set.PARTNER_CENTER_CLIENT_SECRET, set.PARTNER_CENTER_CERTIFICATE_FILE),
    ],
    [
      'PARTNER_CENTER_REFRESH_TOKEN',
      'give it or PARTNER_CENTER_VAULT, one of the two',
      !isOneOf(set.PARTNER_CENTER_REFRESH_TOKEN, set.PARTNER_CENTER_VAULT),
    ],
  ];
  return problems.flatMap(([path, message, isWrong]) => (isWrong ? [[path, message]] : []));
}

const BUSINESS_CENTRAL = [
  'BUSINESS_CENTRAL_COMPANY',
  'BUSINESS_CENTRAL_CLIENT_ID',
  'BUSINESS_CENTRAL_CLIENT_SECRET',
] as const;

/** Who sets the tenant wants its books, and that takes the rest. */
function businessCentralProblems(set: Given<BusinessCentralKey>): readonly Problem[] {
  if (set.BUSINESS_CENTRAL_TENANT === undefined)
    return tenantProblems('BUSINESS_CENTRAL_TENANT', BUSINESS_CENTRAL, set);
  return BUSINESS_CENTRAL.filter((name) => set[name] === undefined).map((name) => [
    name,
    'is not set beside BUSINESS_CENTRAL_TENANT: see "Business Central as a source" in docs/runbook.md',
  ]);
}

/** Without its tenant a source is not read, and nobody would notice. */
function tenantProblems<Name extends string>(
  tenant: string,
  names: readonly Name[],
  set: Given<Name>,
): readonly Problem[] {
  const [first] = names.filter((name) => set[name] !== undefined);
  return first === undefined
    ? []
    : [[tenant, `is not set beside ${first}: give the tenant's id, or leave both empty`]];
}

export function transportProblems(set: Given<TransportKey>): readonly Problem[] {
  const { EMAIL_TRANSPORT: chosen, ACS_CONNECTION_STRING, ACS_ENDPOINT, SMTP_URL } = set;
  const hasAcs = ACS_CONNECTION_STRING !== undefined || ACS_ENDPOINT !== undefined;
  const isUnset = chosen === undefined && !hasAcs && SMTP_URL === undefined;
  const problems: [string, string, boolean][] = [
    [
      'ACS_ENDPOINT',
      'is set beside ACS_CONNECTION_STRING: set one of the two',
      ACS_CONNECTION_STRING !== undefined && ACS_ENDPOINT !== undefined,
    ],
    [
      'SMTP_URL',
      'is set beside Azure Communication Services: say which with EMAIL_TRANSPORT',
      chosen === undefined && hasAcs && SMTP_URL !== undefined,
    ],
    [
      'EMAIL_TRANSPORT',
      'is not set: in Azure, e-mail in a folder goes away with its instance. Give ACS_ENDPOINT, ACS_CONNECTION_STRING or SMTP_URL',
      isUnset && set.WEBSITE_SITE_NAME !== undefined,
    ],
    [
      'EMAIL_TRANSPORT',
      'is acs, which needs ACS_CONNECTION_STRING or ACS_ENDPOINT',
      chosen === 'acs' && !hasAcs,
    ],
    [
      'EMAIL_TRANSPORT',
      'is smtp, which needs SMTP_URL',
      chosen === 'smtp' && SMTP_URL === undefined,
    ],
  ];
  return problems.flatMap(([path, message, isWrong]) => (isWrong ? [[path, message]] : []));
}
