const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;
export const BYTE_ORDER_MARK = '\uFEFF'; // without it, Excel reads UTF-8 as Latin

/** A file by RFC 4180 that spreadsheets open as text: a cell that looks like a formula begins with an apostrophe. */
export function csvOf(rows: readonly CsvRow[]): string {
  return BYTE_ORDER_MARK + rows.map(csvLine).join('');
}

export type CsvRow = readonly (string | number)[];

/** One line of such a file; the first of them comes after `BYTE_ORDER_MARK`. */
export function csvLine(row: CsvRow): string {
  return `${row.map(cell).join(',')}\r\n`;
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
