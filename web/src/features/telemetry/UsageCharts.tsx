import { BarChart, LineChart } from '@mantine/charts';
import '@mantine/charts/styles.layer.css';
import { fullWhen } from '../../lib/time.js';
import { CALM } from './calm.js';
import { FeatureFigures } from './FeatureFigures.js';
import { Figure } from './Figure.js';
import styles from './Usage.module.css';
import type { ByDay } from './usageNumbers.js';
import { answerTimes, busiestHours, membersByDay, messagesByDay, talliedAt } from './usageNumbers.js';

interface Props {
  days: readonly string[];
  usage: ByDay;
  timeZone: string;
}

export function UsageCharts({ days, usage, timeZone }: Props) {
  const countedAt = talliedAt(usage);
  const when =
    countedAt === null ? 'It is counted once a day; nothing was yet.' : `Counted ${fullWhen(countedAt)}.`;
  return (
    <div className={styles.figures}>
      <Messages days={days} usage={usage} when={when} />
      <Answers days={days} usage={usage} when={when} />
      <Hours days={days} usage={usage} timeZone={timeZone} when={when} />
      <Members days={days} usage={usage} when={when} />
      <FeatureFigures days={days} usage={usage} />
    </div>
  );
}

type Part = Pick<Props, 'days' | 'usage'> & { when: string };

function Messages({ days, usage, when }: Part) {
  const rows = messagesByDay(days, usage);
  return (
    <Figure
      title="Messages a day"
      made={`Texts and emails of your conversations, by the days of UTC, as they were when counted; canceled and blocked ones left out. ${when}`}
      head={['Day', 'Received', 'Sent']}
      rows={rows.map(({ day, received, sent }) => [day, received, sent])}
    >
      <BarChart
        {...CALM}
        data={rows}
        dataKey="label"
        withLegend
        barProps={{ isAnimationActive: false }}
        barChartProps={{ accessibilityLayer: false }}
        series={[
          { name: 'received', label: 'Received', color: 'var(--lp-outline)' },
          { name: 'sent', label: 'Sent', color: 'var(--lp-accent)' },
        ]}
      />
    </Figure>
  );
}

function Answers({ days, usage, when }: Part) {
  const { rows, total, half } = answerTimes(days, usage);
  const summary =
    half === null ? 'No lead was answered.' : `Half of ${total} answers: ${half.toLowerCase()}.`;
  return (
    <Figure
      title="How long leads waited for an answer"
      made={`${summary} From the first message that was not answered to the answer; who still waits is not in it. ${when}`}
      head={['Wait', 'Answers']}
      rows={rows.map(({ label, answers }) => [label, answers])}
    >
      <BarChart
        {...CALM}
        data={rows}
        dataKey="label"
        orientation="vertical"
        gridAxis="x"
        xAxisProps={{ allowDecimals: false }}
        yAxisProps={{ width: 120 }}
        barProps={{ isAnimationActive: false }}
        barChartProps={{ accessibilityLayer: false }}
        series={[{ name: 'answers', label: 'Answers', color: 'var(--lp-accent)' }]}
      />
    </Figure>
  );
}

function Hours({ days, usage, timeZone, when }: Part & { timeZone: string }) {
  const rows = busiestHours(days, usage, timeZone);
  return (
    <Figure
      title="When leads write"
      made={`Messages received in each hour of the day in ${timeZone.replaceAll('_', ' ')}. ${when}`}
      head={['Hour', 'Received']}
      rows={rows.map(({ label, received }) => [label, received])}
    >
      <BarChart
        {...CALM}
        data={rows}
        dataKey="label"
        barProps={{ isAnimationActive: false }}
        barChartProps={{ accessibilityLayer: false }}
        series={[{ name: 'received', label: 'Received', color: 'var(--lp-accent)' }]}
      />
    </Figure>
  );
}

function Members({ days, usage, when }: Part) {
  const rows = membersByDay(days, usage);
  return (
    <Figure
      title="Active members"
      made={`Members who had LeadPulse open on a day, from the time on their seats; a day that was counted late has none. ${when}`}
      head={['Day', 'Members']}
      rows={rows.map(({ day, members }) => [day, members ?? 'not counted'])}
    >
      <LineChart
        {...CALM}
        data={rows}
        dataKey="label"
        curveType="linear"
        lineProps={{ isAnimationActive: false }}
        lineChartProps={{ accessibilityLayer: false }}
        series={[{ name: 'members', label: 'Members', color: 'var(--lp-accent)' }]}
      />
    </Figure>
  );
}
