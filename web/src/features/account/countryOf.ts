/** The country that a browser's language suggests: numbers without a country code are read as of there. */
export function countryOf(language: string): string {
  try {
    const { region = 'US' } = new Intl.Locale(language).maximize();
    return /^[A-Z]{2}$/.test(region) ? region : 'US';
  } catch (error) {
    if (error instanceof RangeError) return 'US'; // not a language tag
    throw error;
  }
}
