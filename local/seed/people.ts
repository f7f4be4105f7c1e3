import type { Role, Sees } from '@leadpulse/model';

export const DEMO_PASSWORD = 'harbor-demo';

export interface DemoPerson {
  uid: string;
  email: string;
  name: string;
  role: Role;
  sees: Sees;
  who: string; // for the block that `npm start` prints
}

/** The people of Harbor Realty, one for each way to sit in an organization. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    uid: 'demo-nora',
    email: 'nora@harbor.test',
    name: 'Nora Whitfield',
    role: 'owner',
    sees: 'everything',
    who: 'owner',
  },
  {
    uid: 'demo-marcus',
    email: 'marcus@harbor.test',
    name: 'Marcus Bell',
    role: 'admin',
    sees: 'everything',
    who: 'admin',
  },
  {
    uid: 'demo-priya',
    email: 'priya@harbor.test',
    name: 'Priya Raman',
    role: 'agent',
    sees: 'everything',
    who: 'agent, sees everything',
  },
  {
    uid: 'demo-tomas',
    email: 'tomas@harbor.test',
    name: 'Tomás Herrera',
    role: 'agent',
    sees: 'assigned',
    who: 'agent, sees only what is assigned to him',
  },
  {
    uid: 'demo-vera',
    email: 'vera@harbor.test',
    name: 'Vera Lindqvist',
    role: 'viewer',
    sees: 'everything',
    who: 'viewer, reads only',
  },
];

/** Owns another organization and may see nothing of Harbor Realty. */
export const STRANGER: DemoPerson = {
  uid: 'demo-sam',
  email: 'sam@northside.test',
  name: 'Sam Okafor',
  role: 'owner',
  sees: 'everything',
  who: 'owner of Northside Homes, another organization',
};
