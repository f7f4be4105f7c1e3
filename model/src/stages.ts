/** The stages of a lead, in the order of a sale. Apart from the schemas, so that a list of stages does not load zod. */
export const STAGES = ['new', 'contacted', 'qualified', 'won', 'lost'] as const;
export type Stage = (typeof STAGES)[number];
