import { defineRateAudit } from './rate-finding.ts';
import { rates } from './rates.ts';

export const falseDiscoveryRate = defineRateAudit({
  id: 'false-discovery-rate',
  title: 'False-discovery rate',
  description: 'Of the people with the positive decision, the share whose outcome was negative.',
  needs: ['decision', 'outcome'],
  tags: ['eu-ai-act-15'],
  ...rates['false-discovery-rate'],
});
