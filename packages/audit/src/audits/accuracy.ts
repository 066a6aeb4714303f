import { defineRateAudit } from './rate-finding.ts';
import { rates } from './rates.ts';

export const accuracy = defineRateAudit({
  id: 'accuracy',
  title: 'Accuracy',
  description: 'Share of people for whom decision and outcome agree.',
  needs: ['decision', 'outcome'],
  tags: ['eu-ai-act-15'],
  ...rates.accuracy,
});
