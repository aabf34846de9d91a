import type { z } from 'zod';
import type { SubscriptionsAnswer } from '../../run/desk/read-subscriptions.ts';
import type { Subscriptions } from '../shapes/subscriptions.ts';

export const subscriptionsView = ({
  subscriptions,
  because,
  missing,
}: SubscriptionsAnswer): z.input<typeof Subscriptions> => ({
  subscriptions: subscriptions.map(({ unit, committedThrough, ...rest }) => ({
    ...rest,
    unit: unit ?? null,
    committedThrough: committedThrough ?? null,
  })),
  because: because ?? null,
  missing: missing ?? null,
});
