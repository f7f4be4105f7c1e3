import * as sdk from 'firebase/app';

/**
 * Firebase's SDK keeps in IndexedDB on which days it was used, and tells Google so with its requests. Nobody who uses LeadPulse
 * asked for that, so the part of the SDK that does it is taken out before the app begins; it goes on without.
 */
export function leaveOutHeartbeat(): void {
  const { _components: parts } = sdk as unknown as { _components: Map<string, unknown> };
  parts.delete('heartbeat');
}
