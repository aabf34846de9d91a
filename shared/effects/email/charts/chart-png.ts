import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Chart } from '../view/view.ts';
import { CHART, chartSvg } from './chart-svg.ts';

/** Twice the size it is shown at, for screens that have the dots. */
const SCALE = 2;

let ready: Promise<void> | undefined;

/** A picture for mail programs, which show no SVG. */
export async function chartPng(chart: Chart): Promise<Uint8Array> {
  ready ??= start();
  await ready;
  const drawing = new Resvg(chartSvg(chart), {
    fitTo: { mode: 'width', value: CHART.width * SCALE },
    font: { loadSystemFonts: false },
  });
  try {
    const image = drawing.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    drawing.free();
  }
}

async function start(): Promise<void> {
  const path = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await initWasm(await readFile(path));
}
