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
  const ended = days.slice(0, -1);
  return (
    <>
      <p className={styles.when}>
        {countedAt === null
          ? 'Messages, answers and members are counted once a day, after midnight UTC; nothing was yet.'
          : `Messages, answers and members were counted ${fullWhen(countedAt)}, from your own conversations and seats; the day that runs is not in them.`}
      </p>
      <div className={styles.figures}>
        <Messages days={ended} usage={usage} />
        <Answers days={ended} usage={usage} />
        <Hours days={ended} usage={usage} timeZone={timeZone} />
        <Members days={ended} usage={usage} />
        <FeatureFigures days={days} usage={usage} />
      </div>
    </>
  );
}

type Part = Pick<Props, 'days' | 'usage'>;

function Messages({ days, usage }: Part) {
  const rows = messagesByDay(days, usage);
  return (
    <Figure
      title="Messages a day"
      made={`Texts and emails of your conversations, by the days of UTC, as they were when counted; canceled and blocked ones left out.`}
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

function Answers({ days, usage }: Part) {
  const { rows, total, half } = answerTimes(days, usage);
  const summary =
    half === null ? 'No lead was answered.' : `Half of ${total} answers took ${half.toLowerCase()}.`;
  return (
    <Figure
      title="How long leads waited for an answer"
      made={`${summary} From the first message that was not answered to the answer; who still waits is not in it.`}
      head={['Wait', 'Answers']}
      rows={rows.map(({ label, answers }) => [label, answers])}
    >
      <BarChart
        {...CALM}
        data={rows}
        dataKey="label"
        orientation="vertical"
        gridAxis="y"
        xAxisProps={{ allowDecimals: false }}
        yAxisProps={{ width: 120 }}
        barProps={{ isAnimationActive: false }}
        barChartProps={{ accessibilityLayer: false }}
        series={[{ name: 'answers', label: 'Answers', color: 'var(--lp-accent)' }]}
      />
    </Figure>
  );
}

function Hours({ days, usage, timeZone }: Props) {
  const rows = busiestHours(days, usage, timeZone);
  return (
    <Figure
      title="When leads write"
      made={`Messages received in each hour of the day in ${timeZone.replaceAll('_', ' ')}.`}
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

function Members({ days, usage }: Part) {
  const rows = membersByDay(days, usage);
  return (
    <Figure
      title="Active members"
      made={`Members who had LeadPulse open on a day, from the time on their seats; a day that was counted late has none.`}
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
