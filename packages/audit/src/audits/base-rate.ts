import { defineRateAudit } from './rate-finding.ts';
import { rates } from './rates.ts';

export const baseRate = defineRateAudit({
  id: 'base-rate',
  title: 'Base rate',
  description: 'Share of people whose outcome was positive, by group.',
  needs: ['outcome'],
  tags: ['eu-ai-act-10'],
  ...rates['base-rate'],
});
