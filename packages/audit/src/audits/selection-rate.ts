import { defineRateAudit } from './rate-finding.ts';
import { rates } from './rates.ts';

export const selectionRate = defineRateAudit({
  id: 'selection-rate',
  title: 'Selection rate',
  description: 'Share of people who got the positive decision, by group.',
  needs: ['decision'],
  tags: ['eu-ai-act-10', 'us-eeoc-four-fifths'],
  ...rates['selection-rate'],
});
