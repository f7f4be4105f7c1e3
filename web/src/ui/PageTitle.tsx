/** The document's title; the innermost part of the place comes first. */
export function PageTitle({ parts }: { parts: readonly string[] }) {
  return <title>{[...parts, 'LeadPulse'].join(' · ')}</title>;
}
