import { EXPORT_MINUTES } from '@leadpulse/model';
import { Section } from '../../ui/Page.js';
import { ExportButton } from '../../ui/privacy/ExportButton.js';
import { exportMyData } from './privacyCalls.js';

/** All that is held about the person, as a file. */
export function ExportSection() {
  return (
    <Section
      title="Get a copy"
      about={`All that is above, with your seats, choices, requests and what you did, as a zip of JSON files. It is made while you download it and kept nowhere; the link is yours alone and ends after ${EXPORT_MINUTES} minutes.`}
    >
      <ExportButton ask={exportMyData}>Download my data</ExportButton>
    </Section>
  );
}
