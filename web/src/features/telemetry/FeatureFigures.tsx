import type { FeatureCounts } from '@leadpulse/model';
import { BarChart } from '@mantine/charts';
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSeat } from '../../lib/session.js';
import { Section } from '../../ui/Page.js';
import { CALM } from './calm.js';
import { CountList } from './CountList.js';
import { FEATURE_GROUPS, featureWords } from './featureWords.js';
import { Figure } from './Figure.js';
import styles from './Usage.module.css';
import type { ByDay } from './usageNumbers.js';
import { usesByDay, usesOver } from './usageNumbers.js';

/** Neighbours in a stack keep apart in both schemes. */
const COLORS = [
  'teal.7',
  'yellow.6',
  'indigo.5',
  'orange.7',
  'cyan.6',
  'grape.6',
  'lime.7',
  'pink.6',
  'blue.8',
];

interface Props {
  days: readonly string[];
  usage: ByDay;
}

/** A key with a dot would be read as a path. */
function keyOf(feature: string): string {
  return feature.replace('.', '_');
}

function plotted(uses: FeatureCounts): Record<string, number> {
  return Object.fromEntries(Object.entries(uses).map(([feature, count]) => [keyOf(feature), count]));
}

/** Which features are taken up: a group of them over the days, and the sums of all. */
export function FeatureFigures({ days, usage }: Props) {
  const { orgId } = useSeat();
  const sums = usesOver(days, usage);
  return (
    <>
      <GroupFigure days={days} usage={usage} />
      <div className={styles.wide}>
        <Section
          title="Features in four weeks"
          about={
            <>
              The sums of all days above.{' '}
              <Link to={`/o/${orgId}/privacy/usage-counts`}>See what your own browser counts</Link>
            </>
          }
        >
          {Object.keys(sums).length === 0 ? (
            <p className={styles.made}>No member who allows counting has used anything yet.</p>
          ) : (
            <CountList counts={sums} isLong />
          )}
        </Section>
      </div>
    </>
  );
}

function GroupFigure({ days, usage }: Props) {
  const [groupId, setGroupId] = useState(FEATURE_GROUPS[0]?.id ?? '');
  const group = FEATURE_GROUPS.find(({ id }) => id === groupId);
  const sums = usesOver(days, usage);
  const used = (group?.features ?? []).filter((feature) => (sums[feature] ?? 0) > 0);
  const rows = usesByDay(days, usage, used);
  const choice = (
    <NativeSelect
      aria-label="Which features"
      size="xs"
      value={groupId}
      data={FEATURE_GROUPS.map(({ id, label }) => ({ value: id, label }))}
      onChange={(event) => setGroupId(event.currentTarget.value)}
    />
  );
  return (
    <Figure
      title="Features over the days"
      made="Counted in the browsers of members who allow it, and told within half an hour; nobody else is in it, and members are not told apart."
      controls={choice}
      isWide
      head={['Day', ...used.map(featureWords)]}
      rows={rows.map(({ day, uses }) => [day, ...used.map((feature) => uses[feature] ?? 0)])}
    >
      <BarChart
        {...CALM}
        h={300}
        data={rows.map(({ label, uses }) => ({ label, ...plotted(uses) }))}
        dataKey="label"
        type="stacked"
        withLegend
        legendProps={{ itemSorter: null }} // as they lie on each other, not by name
        barProps={{ isAnimationActive: false }}
        barChartProps={{ accessibilityLayer: false }}
        series={used.map((feature, at) => ({
          name: keyOf(feature),
          label: featureWords(feature),
          color: COLORS[at % COLORS.length] ?? 'teal.7',
        }))}
      />
    </Figure>
  );
}
