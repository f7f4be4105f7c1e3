/** Which screen of an organization a path shows, and whether it shows one contact: there a phone needs all its height. */
export function placeOf(pathname: string): { screen: string; isDetail: boolean } {
  const [, , , screen = '', first, second] = pathname.split('/');
  const contactId = screen === 'inbox' ? second : screen === 'contacts' ? first : undefined;
  return { screen, isDetail: contactId !== undefined && contactId !== '' };
}
