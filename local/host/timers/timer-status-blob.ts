import type { ContainerClient } from '@azure/storage-blob';
import { TimerStatus, timerStatusJson } from './timer-status.ts';

export type TimerStatuses = {
  load(timerName: string): Promise<TimerStatus | undefined>;
  save(timerName: string, status: TimerStatus): Promise<void>;
};

/** Where the platform keeps them: `azure-webjobs-hosts/timers/<host id>/<timer>/status`. */
export function timerStatusBlobs(container: ContainerClient, hostId: string): TimerStatuses {
  const blob = (timerName: string) =>
    container.getBlockBlobClient(`timers/${hostId}/${timerName}/status`);
  return {
    async load(timerName) {
      await container.createIfNotExists();
      if (!(await blob(timerName).exists())) return undefined;
      const text = (await blob(timerName).downloadToBuffer()).toString();
      return TimerStatus.parse(JSON.parse(text));
    },
    async save(timerName, status) {
      const text = JSON.stringify(timerStatusJson(status));
      await blob(timerName).upload(text, Buffer.byteLength(text));
    },
  };
}
