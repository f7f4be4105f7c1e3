import type { Icon } from '@tabler/icons-react';
import type { ComponentType } from 'react';

/** A kind of account as "Add account" offers it. A new kind is a folder beside this file, and a line in `offers.ts`. */
export interface AccountOffer {
  step: string; // in the address, `?add=…`, so that the back button goes back a step
  name: string;
  says: string; // what it is good for, in one sentence
  title: string; // of its own steps
  Icon: Icon;
  isOffered: boolean;
  Form: ComponentType<{ onDone: () => void }>;
}
