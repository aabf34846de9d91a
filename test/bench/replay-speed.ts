import { atMost, type Figure, type Part, shown } from './figure.ts';
import { runScript } from './run-script.ts';

const REPLAY = import.meta.resolve('./replay-portfolio.ts');
const MOST_MEGABYTES = 512;

type Size = { readonly customers: number; readonly nights: number; readonly invoicesEach: number };

/** Policies are tried on years of nights, so a night has to be cheap. */
export const replaySpeed: Part = async ({ quick }) => {
  const years = { customers: 100, nights: 730, invoicesEach: 24 };
  const year = { customers: quick ? 200 : 2000, nights: 365, invoicesEach: 20 };
  return [...(await figuresOf(years)), ...(await figuresOf(year))];
};

async function figuresOf(size: Size): Promise<readonly Figure[]> {
  const { customers, nights, invoicesEach } = size;
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
}
