import type { Finding } from '@ombud/contract';
import { DotPlot, Fold, type Section, Table } from '@ombud/ui';
import type { Telling } from '../telling.ts';
import { auditAsks, auditTitle } from '../words/audits.ts';
import { subgroupName } from '../words/names.ts';
import { subgroupsTable } from '../words/subgroup-tables.ts';

/** Subgroups in the picture: the confirmed ones and the widest gaps; all of them are in the table. */
const mostDots = 12;

function GapsPicture({ t, finding }: { readonly t: Telling; readonly finding: Finding }) {
  const { details } = finding;
  if (details?.kind !== 'subgroups' || details.found.length === 0) return '';
  return (
    <DotPlot
      voice={t}
      title={t.say('subgroups/picture')}
      dots={details.found.slice(0, mostDots).map(({ group, difference, interval, confirmed }) => ({
        label: subgroupName(t, group),
        measure: { value: difference, interval },
        beyond: confirmed,
      }))}
      overall={null}
      numbers={{ write: t.points, mark: t.barePoints, alike: 0 }}
    />
  );
}

function Search({ t, finding }: { readonly t: Telling; readonly finding: Finding }) {
  const { details, audit, measure } = finding;
  if (details?.kind !== 'subgroups') return '';
  const { caption, head, text, rows, intro } = subgroupsTable(t, finding, details);
  const confirmed = rows.filter((_, i) => details.found[i]?.confirmed === true);
  const table = (shown: typeof rows) => <Table caption={caption} head={head} text={text} rows={shown} />;
  return (
    <>
      <h3>{auditTitle(t, audit, measure)}</h3>
      <p>{t.unbroken(intro)}</p>
      <GapsPicture t={t} finding={finding} />
      {confirmed.length === 0 ? '' : table(confirmed)}
      {rows.length === confirmed.length ? (
        ''
      ) : (
        <Fold title={t.say('subgroups/all-asked', { n: t.count(rows.length) })}>{table(rows)}</Fold>
      )}
    </>
  );
}

/** In which subgroup a decision or a mistake is worse than elsewhere; null where none was looked for. */
export function subgroupsSection(t: Telling): Section | null {
  const found = t.result.findings.filter(({ details }) => details?.kind === 'subgroups');
  if (found.length === 0) return null;
  return {
    id: 'subgroups',
    title: auditTitle(t, 'worst-subgroup'),
    body: (
      <>
        <p>{auditAsks(t, 'worst-subgroup') ?? ''}</p>
        {found.map((finding) => (
          <Search t={t} finding={finding} />
        ))}
      </>
    ),
  };
}
