interface Choice {
  value: string;
  label: string;
}

/** Codes that Intl names and that are no country of its own telephone plan. */
const NOT_COUNTRIES = new Set([
  'AQ',
  'BV',
  'CP',
  'CQ',
  'DG',
  'EA',
  'EU',
  'EZ',
  'GS',
  'HM',
  'IC',
  'QO',
  'TF',
  'UM',
  'UN',
  'XA',
  'XB',
  'ZZ',
]);

/** Countries by their English names. */
export function countries(): Choice[] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return codes
    .filter((code) => !NOT_COUNTRIES.has(code))
    .flatMap((value) => {
      const label = names.of(value);
      return label === undefined ? [] : [{ value, label }];
    })
    .sort((a, b) => a.label.localeCompare(b.label));
}

/** Time zones under their regions; `current` is among them even if this browser does not list it. */
export function timeZones(current: string): { group: string; items: Choice[] }[] {
  const groups = new Map<string, Choice[]>();
  for (const value of new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', current])) {
    const [region = value, ...rest] = value.split('/');
    const group = rest.length === 0 ? 'Others' : region;
    const label = (rest.length === 0 ? value : rest.join(', ')).replaceAll('_', ' ');
    groups.set(group, [...(groups.get(group) ?? []), { value, label }]);
  }
  return [...groups].map(([group, items]) => ({ group, items }));
}
