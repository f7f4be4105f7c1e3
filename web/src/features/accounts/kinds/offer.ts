import type { Account } from '@leadpulse/model';
import type { Icon } from '@tabler/icons-react';
import type { ComponentType } from 'react';

export interface StepsProps {
  again: Account | null; // it was connected before, and does not work as it is
  onDone: () => void;
}

/** A kind of account as "Add account" offers it. A new kind is a folder beside this file, and a line in `offers.ts`. */
export interface AccountOffer {
  step: string; // in the address, `?add=…`, so that the back button goes back a step
  name: string;
  says: string; // what it is good for, in one sentence
  title: string; // of its own steps
  Icon: Icon;
  isOffered: boolean;
  Form: ComponentType<StepsProps>;
}
