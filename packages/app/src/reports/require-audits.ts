import { runsAudit } from '@ombud/audit';
import type { AuditSpec } from '@ombud/contract';
import { appErrors } from '../errors.ts';
import type { ReportFormat } from './formats.ts';
import type { Target } from './target.ts';

const formatsOf = (target: Target<ReportFormat>): readonly ReportFormat[] => {
  switch (target.kind) {
    case 'none':
      return [];
    case 'stdout':
    case 'file':
      return [target.format];
    case 'folder':
      return target.formats;
  }
};

/**
 * Refuses a report about an audit that will not run, before any work is done.
 * @throws OmbudError `OMBUD_E_BAD_CONFIG`
 */
export function requireAudits(spec: AuditSpec, target: Target<ReportFormat>): void {
  if (formatsOf(target).includes('ll144') && !runsAudit(spec, 'll144'))
    throw appErrors.error('OMBUD_E_BAD_CONFIG', 'll144-needs-audit');
}
