const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;
const BYTE_ORDER_MARK = '\uFEFF'; // without it, Excel reads UTF-8 as Latin

/** A file by RFC 4180 that spreadsheets open as text: a cell that looks like a formula begins with an apostrophe. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
