/** What the privacy policy promises; `register.ts` says how each is kept. */
export const PROMISE_IDS = [
  ...(['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10'] as const),
  ...(['P11', 'P12', 'P13', 'P14', 'P15', 'P16', 'P17', 'P18', 'P19', 'P20'] as const),
] as const;
export type PromiseId = (typeof PROMISE_IDS)[number];

/** One clause of the policy. Its id stays when its words change, so that versions can be compared. */
export interface Clause {
  readonly id: string;
  readonly title: string;
  readonly promises: readonly PromiseId[]; // which it states
  readonly paragraphs: readonly string[];
  readonly list?: readonly string[];
}

/** The whole text as it was or is in force from one day on. */
export interface PolicyVersion {
  readonly version: string; // that day, yyyy-mm-dd
  readonly isMaterial: boolean; // whether account holders are told by mail too
  readonly summary: string; // what is new in it
  readonly clauses: readonly Clause[];
}
