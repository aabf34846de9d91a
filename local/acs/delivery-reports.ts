export type ReportedDelivery = {
  readonly operationId: string;
  readonly recipient: string;
  readonly status: string;
};

/** Posts delivery reports to a web hook, as Event Grid does in its own schema. */
export async function postReports(
  url: string,
  key: string,
  reports: readonly ReportedDelivery[],
): Promise<void> {
  const events = reports.map(({ operationId, recipient, status }, index) => ({
    id: `${operationId}-${index}`,
    subject: `sender/x/message/${operationId}`,
    eventType: 'Microsoft.Communication.EmailDeliveryReportReceived',
    dataVersion: '1.0',
    eventTime: new Date().toISOString(),
    data: { messageId: operationId, recipient, status, deliveryStatusDetails: {} },
  }));
  const response = await fetch(`${url}?key=${encodeURIComponent(key)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'aeg-event-type': 'Notification' },
    body: JSON.stringify(events),
  });
  if (!response.ok)
    throw new Error(`Cannot report deliveries because ${response.status} came back`);
}
