import { adDelivery } from './ad-delivery/case.ts';
import { berkeley1973 } from './berkeley-1973/case.ts';
import { compas } from './compas/case.ts';
import { genderShades } from './gender-shades/case.ts';
import { healthCareRiskScore } from './health-care-score/case.ts';
import { helocReasons } from './heloc-reasons/case.ts';
import type { Incident } from './incident.ts';
import { namesOnResumes } from './names-on-resumes/case.ts';
import { ofqual2020 } from './ofqual-2020/case.ts';
import { robertWilliams } from './robert-williams/case.ts';
import { robodebt } from './robodebt/case.ts';

export type { Counts, Incident, IncidentAudit, PagePicture, PageTable, Results, Source } from './incident.ts';
export { incidentList } from './list.ts';
export { type Page, pageMarkdown, pageOf, type Section } from './page.ts';
export { runIncident } from './run-incident.ts';

/** Every incident, oldest first. To add one: a folder, and a line here. */
export const incidents: readonly Incident[] = [
  berkeley1973,
  namesOnResumes,
  compas,
  genderShades,
  helocReasons,
  healthCareRiskScore,
  robodebt,
  adDelivery,
  robertWilliams,
  ofqual2020,
];
