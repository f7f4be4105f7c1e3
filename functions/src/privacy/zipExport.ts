import { BYTE_ORDER_MARK, csvLine, tableCell } from '@leadpulse/model';
import { Readable } from 'node:stream';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ExportFile, ExportRow } from './exportFiles.js';

const README = `This export was made by LeadPulse, on request of the one who downloaded it.

Each .json file is a list of entries. "path" says where an entry lies with us; "fields" is what it holds.
Each .csv file holds the most important columns of the list of the same name, for a spreadsheet. A cell that
looks like a formula begins with an apostrophe.

Left out: what lets somebody in (passwords, tokens, credentials), what is derived from the rest (search words),
and other people's personal data.
`;

/** Writes files into a zip while they are read; what nobody has taken yet makes the reading wait. */
export async function zipExport(
  files: readonly ExportFile[],
  to: Writable,
  onRow: (name: string) => void,
): Promise<void> {
  const { ZipFile } = await import('yazl');
  const zip = new ZipFile();
  const reading: { failed?: unknown } = {};
  const add = (name: string, lines: () => AsyncIterable<string>): void =>
    zip.addReadStreamLazy(name, {}, (take) => {
      const stream = Readable.from(lines(), { objectMode: false, encoding: 'utf8' });
      stream.once('error', (error) => {
        reading.failed = error;
        to.destroy(error); // a file that ends early must not look whole
      });
      take(null, stream);
    });
  zip.addBuffer(Buffer.from(README), 'README.txt');
  for (const { name, columns, rows } of files) {
    add(`${name}.json`, () => jsonOf(rows(), () => onRow(name)));
    if (columns) add(`${name}.csv`, () => csvOfRows(rows(), columns));
  }
  zip.end();
  try {
    await pipeline(zip.outputStream, to);
  } catch (error) {
    throw reading.failed ?? error;
  }
}

async function* jsonOf(rows: AsyncIterable<ExportRow>, onRow: () => void): AsyncGenerator<string> {
  let between = '[\n';
  for await (const row of rows) {
    onRow();
    yield between + JSON.stringify(row);
    between = ',\n';
  }
  yield between === '[\n' ? '[]\n' : '\n]\n';
}

async function* csvOfRows(
  rows: AsyncIterable<ExportRow>,
  columns: readonly string[],
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(['id', ...columns]);
  for await (const { path, fields } of rows) {
    yield csvLine([path, ...columns.map((column) => tableCell(fields[column]))]);
  }
}
