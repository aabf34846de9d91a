import type { CalendarDate } from '../../shared/ledger/calendar-date.ts';
import { exactNumber } from '../fakes/exact-body.ts';
import type { FakeCustomer } from './fake-customers.ts';
import { knownUntil, modifiedAt, monthToDate } from './fake-usage.ts';

const PLAN_OFFER = 'DZH318Z0BPS6:0001:DZH318Z0BML6';
const LEGACY_OFFER = 'MS-AZR-0145P';

/** What a customer subscribes to: Azure where it has any, and always seats. */
export function subscriptionsOf(customer: FakeCustomer) {
  const azure = azureOf(customer);
  return [...(azure === undefined ? [] : [azure]), seatsOf(customer)];
}

function azureOf(customer: FakeCustomer) {
  if (customer.azure === 'none') return undefined;
  const isPlan = customer.azure === 'plan';
  return {
    id: customer.planId,
    entitlementId: isPlan ? null : customer.planId,
    offerId: isPlan ? PLAN_OFFER : LEGACY_OFFER,
    offerName: isPlan ? 'Azure plan' : 'Microsoft Azure',
    friendlyName: isPlan ? 'Azure plan' : 'Microsoft Azure',
    productType: { id: 'Azure', displayName: 'Azure' },
    quantity: 1,
    unitType: 'Usage-based',
    creationDate: '2024-03-02T09:12:44.12Z',
    commitmentEndDate: '9999-12-14T00:00:00Z',
    status: 'active',
    autoRenewEnabled: false,
    isTrial: false,
    billingType: 'usage',
    billingCycle: 'monthly',
    ...tagged(customer, customer.planId),
  };
}

function seatsOf(customer: FakeCustomer) {
  const id = `${customer.planId.slice(0, -4)}5ea7`;
  return {
    id,
    offerId: 'CFQ7TTC0LH18:0001:CFQ7TTC0K971',
    offerName: 'Microsoft 365 Business Basic',
    friendlyName: 'M365 BB',
    productType: { id: 'OnlineServicesNCE', displayName: 'OnlineServicesNCE' },
    quantity: 25,
    unitType: 'Licenses',
    parentSubscriptionId: null,
    creationDate: '2026-01-10T08:00:00Z',
    commitmentEndDate: '2027-01-09T00:00:00Z',
    status: 'active',
    autoRenewEnabled: true,
    isTrial: false,
    billingType: 'license',
    billingCycle: 'monthly',
    termDuration: 'P1Y',
    suspensionReasons: [],
    ...tagged(customer, id),
  };
}

const tagged = (customer: FakeCustomer, id: string) => ({
  links: {
    self: { uri: `/customers/${customer.id}/subscriptions/${id}`, method: 'GET', headers: [] },
  },
  attributes: { etag: Buffer.from(id).toString('base64'), objectType: 'Subscription' },
});

/** One row per Azure plan, whatever Azure subscriptions are in it. */
export function subscriptionUsage(customer: FakeCustomer, today: CalendarDate) {
  const azure = azureOf(customer);
  if (azure === undefined) return [];
  return [
    {
      status: 'active',
      partnerOnRecord: '1234567',
      offerId: azure.offerId,
      resourceId: azure.id,
      id: azure.id,
      resourceName: azure.friendlyName,
      name: azure.friendlyName,
      totalCost: exactNumber(monthToDate(customer, today)),
      currencyCode: customer.currency,
      usdTotalCost: 0,
      lastModifiedDate: modifiedAt(knownUntil(customer, today)),
      attributes: { objectType: 'SubscriptionMonthlyUsageRecord' },
    },
  ];
}

const RESOURCES = [
  { type: 'Microsoft.Compute', name: 'vm1', path: 'virtualMachines', share: 70n },
  { type: 'Microsoft.Storage', name: 'store1', path: 'storageAccounts', share: 20n },
] as const;
const DIGITS = 16;

/** The plan's cost by resource: most in production, the rest in test. They add up to the plan. */
export function resourceUsage(customer: FakeCustomer, today: CalendarDate) {
  const total = units(monthToDate(customer, today));
  const shares = RESOURCES.map(({ share }) => (total * share) / 100n);
  const rest = total - shares.reduce((sum, share) => sum + share, 0n);
  const [production, test] = customer.subscriptions;
  if (production === undefined || test === undefined || customer.azure !== 'plan') return [];
  return [
    ...RESOURCES.map((resource, at) => ({ ...resource, cost: shares[at] ?? 0n, in: production })),
    { ...RESOURCES[0], name: 'vm-test', cost: rest, in: test },
  ].map(({ type, name, path, cost, in: entitlement }) => ({
    subscriptionId: customer.planId,
    resourceUri: `/subscriptions/${entitlement.id}/resourceGroups/rg1/providers/${type}/${path}/${name}`,
    resourceType: type,
    entitlementId: entitlement.id,
    entitlementName: entitlement.name,
    resourceGroupName: 'RG1',
    name,
    resourceName: name,
    totalCost: exactNumber(text(cost)),
    currencyCode: customer.currency,
    usdTotalCost: 0,
    lastModifiedDate: modifiedAt(knownUntil(customer, today)),
    attributes: { objectType: 'ResourceUsageRecord' },
  }));
}

/** A decimal as a whole number of its sixteenth place, and back. */
function units(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(DIGITS, '0'));
}

function text(value: bigint): string {
  const digits = `${value}`.padStart(DIGITS + 1, '0');
  return `${digits.slice(0, -DIGITS)}.${digits.slice(-DIGITS)}`;
}
