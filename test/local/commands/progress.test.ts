import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { progressBar } from '../../../local/commands/progress-bar.ts';
import { progressLines } from '../../../local/commands/progress-lines.ts';

test('a stage is one line when it is done, and one every five seconds before', () => {
  let now = 0;
  const lines: string[] = [];
  const progress = progressLines(
    (line) => lines.push(line),
    () => now,
  );

  progress.stage('Replaying', 1_000, 'customers');
  for (let done = 1; done <= 1_000; done++) {
    now += 11;
    progress.update(done);
  }
  progress.done();

  expect(lines).toEqual([
    'Replaying: 455 of 1,000 customers',
    'Replaying: 910 of 1,000 customers',
    'Replaying: 1,000 of 1,000 customers in 11.0 s',
  ]);
});

test('a next stage ends the one before, and a total may become known later', () => {
  const lines: string[] = [];
  const progress = progressLines(
    (line) => lines.push(line),
    () => 0,
  );

  progress.stage('Reading', undefined, 'kB');
  progress.stage('Evaluating');
  progress.update(3);
  progress.update(3, 7);
  progress.done();
  progress.done();

  expect(lines).toEqual(['Reading in 0.0 s', 'Evaluating: 3 of 7 in 0.0 s']);
});

test('what is stopped says nothing more', () => {
  const lines: string[] = [];
  const progress = progressLines((line) => lines.push(line));

  progress.stage('Reading');
  progress.stop();
  progress.done();

  expect(lines).toEqual([]);
});

test('a note is said at once, and what is shown of the stage goes on', async () => {
  const lines: string[] = [];
  const progress = progressLines((line) => lines.push(line));
  progress.stage('Reading', 4, 'customers');
  progress.note('Waiting.');

  expect(lines).toEqual(['Waiting.']);

  const terminal = Object.assign(new PassThrough(), { isTTY: true, columns: 100 });
  const bar = progressBar(terminal);
  bar.stage('Reading', 4, 'customers');
  bar.update(2);
  bar.note('Waiting.');
  bar.done();
  terminal.end();

  const [, after = ''] = (await text(terminal)).split('Waiting.\n');
  expect(after).toContain(`Reading ${'█'.repeat(20)}${'░'.repeat(20)} 2 of 4 customers`);
});

test('on a terminal a bar grows and goes away', async () => {
  const terminal = Object.assign(new PassThrough(), { isTTY: true, columns: 100 });
  const progress = progressBar(terminal);

  progress.stage('Replaying', 4, 'customers');
  progress.update(1);
  progress.stage('Sending');
  progress.done();
  terminal.end();

  const shown = await text(terminal);
  expect(shown).toContain(`Replaying ${'░'.repeat(40)} 0 of 4 customers`);
  expect(shown).toContain(`Replaying ${'█'.repeat(10)}${'░'.repeat(30)} 1 of 4 customers`);
  expect(shown).toContain('Sending …');
});
