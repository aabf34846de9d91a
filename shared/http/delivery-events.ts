import { z } from 'zod';
import type { DeliveryReport } from '../run/email/delivery-report.ts';

const Report = z.object({
  messageId: z.uuid(),
  recipient: z.string().max(500),
  status: z.string(),
  deliveryStatusDetails: z
    .union([
      z.string(),
      z.object({ statusMessage: z.string() }).transform((each) => each.statusMessage),
    ])
    .optional()
    .catch(undefined),
});

/** An event in either of Event Grid's schemas, CloudEvents being the one with a `type`. */
const Event = z
  .object({
    eventType: z.string().optional(),
    type: z.string().optional(),
    eventTime: z.iso.datetime({ offset: true }).optional().catch(undefined),
    time: z.iso.datetime({ offset: true }).optional().catch(undefined),
    data: z.unknown(),
  })
  .transform(({ eventType, type, eventTime, time, data }) => ({
    type: eventType ?? type ?? '',
    at: eventTime ?? time,
    data,
  }));

/** One that cannot be read must not take the reports beside it with it: no batch comes again. */
const Readable = z
  .unknown()
  .transform(
    (event) => Event.safeParse(event).data ?? { type: '', at: undefined, data: undefined },
  );

/** One, or several at once. */
export const Events = z.union([z.array(Readable), Event.transform((event) => [event])]);
export type Events = z.infer<typeof Events>;

const Validation = z.object({ validationCode: z.string().max(500) });

/** The code that Event Grid wants to see again before it sends anything. */
export function validationCode(events: Events): string | undefined {
  const [asked] = events.filter(
    ({ type }) => type === 'Microsoft.EventGrid.SubscriptionValidationEvent',
  );
  return asked === undefined ? undefined : Validation.safeParse(asked.data).data?.validationCode;
}

const OUTCOMES: ReadonlyMap<string, DeliveryReport['outcome']> = new Map([
  ['Delivered', 'delivered'],
  ['Bounced', 'bounced'],
  ['Suppressed', 'suppressed'],
  ['Failed', 'failed'],
  ['FilteredSpam', 'failed'],
  ['Quarantined', 'failed'],
]);

/** What the events say of deliveries; everything else in them (opened, clicked) is not for us. */
export function deliveryReports(events: Events, now: Date): DeliveryReport[] {
  return events.flatMap(({ type, at, data }) => {
    if (type !== 'Microsoft.Communication.EmailDeliveryReportReceived') return [];
    const report = Report.safeParse(data).data;
    const outcome = report && OUTCOMES.get(report.status);
    if (report === undefined || outcome === undefined) return [];
    const { messageId, recipient, status, deliveryStatusDetails: details } = report;
    return [
      {
        operationId: messageId.toLowerCase(),
        recipient,
        outcome,
        because:
          `the mail service reports ${[status, ...(details === undefined || details === '' ? [] : [details])].join(': ')}`.slice(
            0,
            500,
          ),
        at: at === undefined ? now : new Date(at),
      },
    ];
  });
}
