import { atMost, type Part, shown } from './figure.ts';
import { runScript } from './run-script.ts';

const REPLAY = import.meta.resolve('./replay-portfolio.ts');
const MOST_MEGABYTES = 512;

/** Policies are tried on years of nights, so a night has to be cheap, and forgotten. */
export const replaySpeed: Part = async ({ quick }) => {
  const [customers, nights, invoicesEach] = [quick ? 200 : 2000, 365, 20];
  const sizes = [customers, nights, invoicesEach].map(String);
  const { printed, peakMegabytes, seconds } = await runScript(REPLAY, sizes);
  return [
    atMost('peak memory to replay', peakMegabytes, MOST_MEGABYTES, {
      unit: 'MB',
      note: `${nights} nights, ${customers} customers, ${invoicesEach} invoices each`,
    }),
    shown(
      '  invoice-nights a second',
      `${(Number(printed) / 1000).toFixed(0)} thousand, ${seconds.toFixed(1)} s in all`,
    ),
  ];
};
