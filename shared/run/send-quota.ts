/** How many e-mails may leave in any minute and in any hour; undefined: any number. */
export type SendLimits = {
  readonly perMinute: number | undefined;
  readonly perHour: number | undefined;
};
