import { DeliveryFailure } from './adapter.js';

/** A call to a provider. A connection that never came about has surely delivered nothing; anything else stays open. */
export async function attemptCall<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') {
      const says = 'The provider cannot be reached right now.';
      throw new DeliveryFailure('provider-unreachable', says, 'transient');
    }
    throw error;
  }
}
