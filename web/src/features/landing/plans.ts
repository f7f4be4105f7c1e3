export interface PlanOffer {
  name: string;
  dollars: number; // a month
  suits: string;
  isPopular: boolean;
}

export const PLANS: PlanOffer[] = [
  { name: 'Starter', dollars: 97, suits: 'For a small team that answers by hand.', isPopular: false },
  { name: 'Growth', dollars: 197, suits: 'For a team with leads coming in all day.', isPopular: true },
  { name: 'Scale', dollars: 397, suits: 'For several teams under one roof.', isPopular: false },
];
