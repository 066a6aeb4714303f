import type { Finding, IdentityDetails, Ll144Details, Result, SharesDetails } from '@ombud/audit/result';
import { groupByText } from '../text/group.ts';
import { count, percent, probability, range, ratio } from '../text/numbers.ts';
import { visible, visibleShort } from '../text/visible.ts';
import { groupName } from '../words/sentences.ts';
import type { Section } from './section.ts';
import { Table, unbroken } from './table.tsx';

/** Rows of one table: a longer one goes on in the result. */
const MOST_ROWS = 40;

function cutCaption(caption: string, rows: number): string {
  return rows > MOST_ROWS ? `${caption}; the first ${MOST_ROWS} of ${rows}` : caption;
}

function identityText({ incompatible, common }: IdentityDetails): string {
  const shared =
    common.positivePredictiveValue === null || common.falseNegativeRate === null
      ? ''
      : ` The last column is the false positive rate that each group would have with everybody’s positive predictive ` +
        `value (${percent(common.positivePredictiveValue)}) and false negative rate (${percent(common.falseNegativeRate)}).`;
  if (incompatible === null) return 'The data cannot tell whether the base rates differ.';
  return incompatible
    ? `The outcome is not equally frequent in the groups. Therefore a decision cannot be equally well calibrated and ` +
        `make equally many mistakes of both kinds in every group: one of them has to give way, and which one is a choice.${shared}`
    : `The base rates are alike, so equal calibration and equal error rates can be had at once.${shared}`;
}

function Identity({
  result,
  finding,
  details,
}: {
  result: Result;
  finding: Finding;
  details: IdentityDetails;
}) {
  const caption = `Base rate, calibration and errors by ${groupByText(finding.groupBy)}`;
  return (
    <>
      <h3>By {groupByText(finding.groupBy)}</h3>
      <p>{unbroken(identityText(details))}</p>
      <Table
        caption={cutCaption(caption, details.groups.length)}
        head={[
          'Group',
          'People',
          'Base rate',
          'Positive predictive value',
          'False negative rate',
          'False positive rate',
          'Implied by the identity',
          'At common values',
        ]}
        rows={details.groups
          .slice(0, MOST_ROWS)
          .map((entry) => [
            groupName(result, entry.group),
            count(entry.n),
            percent(entry.baseRate),
            percent(entry.positivePredictiveValue),
            percent(entry.falseNegativeRate),
            percent(entry.falsePositiveRate),
            percent(entry.impliedFalsePositiveRate),
            percent(entry.falsePositiveRateAtCommonValues),
          ])}
      />
    </>
  );
}

function Ll144({ result, finding, details }: { result: Result; finding: Finding; details: Ll144Details }) {
  const scoring = details.mode === 'scoring';
  const caption = `${scoring ? 'Scoring' : 'Selection'} rates and impact ratios by ${groupByText(finding.groupBy)}`;
  return (
    <>
      <h3>By {groupByText(finding.groupBy)}</h3>
      <p>
        {count(details.applicants)} applicants; for {count(details.unknown)} more the category is unknown.
        {details.sampleMedian === null
          ? ''
          : ` The median score of the sample is ${ratio(details.sampleMedian)}; selected means a score above it.`}
      </p>
      <Table
        caption={cutCaption(caption, details.categories.length)}
        head={[
          'Category',
          'Applicants',
          scoring ? 'Above the median' : 'Selected',
          'Share of applicants',
          scoring ? 'Scoring rate' : 'Selection rate',
          'Impact ratio',
          'Note',
        ]}
        text={[6]}
        rows={details.categories
          .slice(0, MOST_ROWS)
          .map((entry) => [
            groupName(result, entry.group),
            count(entry.applicants),
            count(entry.selected),
            percent(entry.share),
            percent(entry.rate),
            entry.impactRatio === null ? '' : ratio(entry.impactRatio),
            entry.leftOut === null ? (entry.highest ? 'highest rate' : '') : visible(entry.leftOut),
          ])}
      />
    </>
  );
}

function Shares({ result, finding, details }: { result: Result; finding: Finding; details: SharesDetails }) {
  const caption = `Shares of the people in the data by ${groupByText(finding.groupBy)}, against ${visibleShort(details.population)}`;
  return (
    <>
      <h3>By {groupByText(finding.groupBy)}</h3>
      <Table
        caption={cutCaption(caption, details.groups.length)}
        head={['Group', 'People', 'Share', 'Interval', 'Share of the population', 'Ratio', 'p']}
        rows={details.groups
          .slice(0, MOST_ROWS)
          .map((entry) => [
            groupName(result, entry.group),
            count(entry.n),
            percent(entry.share),
            range(entry.interval, percent),
            entry.expected === null ? '' : percent(entry.expected),
            entry.ratio === null ? '' : ratio(entry.ratio),
            probability(entry.p),
          ])}
      />
    </>
  );
}

/** Calibration against error rates: the identity, and what cannot be had at once; null when not measured. */
export function identitySection(result: Result): Section | null {
  const found = result.findings.flatMap((finding) =>
    finding.details?.kind === 'identity' ? [{ finding, details: finding.details }] : [],
  );
  const shown = found.filter(({ finding }) => finding.groupBy.length === 1);
  const used = shown.length > 0 ? shown : found.slice(0, 1);
  if (used.length === 0) return null;
  return {
    id: 'calibration',
    title: 'What cannot be had at once',
    body: (
      <>
        <p>
          For every group the four numbers are tied together: false positive rate = p/(1−p) × (1−PPV)/PPV ×
          (1−FNR), with p the base rate, PPV the positive predictive value and FNR the false negative rate
          (Chouldechova 2017).
        </p>
        {used.map(({ finding, details }) => (
          <Identity result={result} finding={finding} details={details} />
        ))}
      </>
    ),
  };
}

/** The tables of New York City Local Law 144; null when the audit was not asked for. */
export function ll144Section(result: Result): Section | null {
  const found = result.findings.flatMap((finding) =>
    finding.details?.kind === 'll144' ? [{ finding, details: finding.details }] : [],
  );
  if (found.length === 0) return null;
  return {
    id: 'll144',
    title: 'New York City Local Law 144',
    body: (
      <>
        <p>
          These are the figures that the rule (6 RCNY 5-301) asks to be published. The rule sets no threshold,
          so there is nothing here to pass or fail. An impact ratio is a rate over the highest rate.
        </p>
        {found.map(({ finding, details }) => (
          <Ll144 result={result} finding={finding} details={details} />
        ))}
      </>
    ),
  };
}

/** Shares of the people in the data against a population; null when no population was given. */
export function representationSection(result: Result): Section | null {
  const found = result.findings.flatMap((finding) =>
    finding.details?.kind === 'shares' ? [{ finding, details: finding.details }] : [],
  );
  if (found.length === 0) return null;
  return {
    id: 'representation',
    title: 'Who is in the data',
    body: (
      <>
        {found.map(({ finding, details }) => (
          <Shares result={result} finding={finding} details={details} />
        ))}
      </>
    ),
  };
}
