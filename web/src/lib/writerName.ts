/** How an erased person is called in what they left behind; `aliasOf` of the model begins so. */
const ERASED = 'former_';

/** Who wrote something, where the team's list has no name for them (any more). */
export function writerName(uid: string, nameOf: (uid: string) => string | null): string {
  return nameOf(uid) ?? (uid.startsWith(ERASED) ? 'A former member' : 'A colleague');
}
