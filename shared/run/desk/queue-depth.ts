export type QueueDepth = {
  readonly name: string;
  readonly waiting: number;
  readonly parked: number;
};
