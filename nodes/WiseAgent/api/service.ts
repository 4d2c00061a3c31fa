import { USUAL_PACE } from '../../core/account/pace';
import type { Service } from '../../core/account/registry';

export const WISE_AGENT_SERVICE: Service = {
	name: 'Wise Agent',
	pace: {
		...USUAL_PACE,
		// Wise Agent documents no limit. This is what a busy person's browser sends, and keeps a long run from being a burden.
		rateLimit: { max: 20, intervalMs: 1_000 },
	},
};
