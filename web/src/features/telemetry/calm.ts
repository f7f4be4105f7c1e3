/** What all charts have in common: they stand still, and no part of them takes the focus. */
export const CALM = {
  h: 220,
  withTooltip: true,
  tooltipAnimationDuration: 0,
  tickLine: 'none',
  gridAxis: 'x',
  xAxisProps: { interval: 'equidistantPreserveStart' },
  yAxisProps: { allowDecimals: false, width: 40 },
} as const;
