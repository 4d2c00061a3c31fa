import { USUAL_PACE } from '../../core/account/pace';
import type { Service } from '../../core/account/registry';

export const WHATSABLE_SERVICE: Service = {
	name: 'WhatsAble',
	pace: {
		...USUAL_PACE,
		// WhatsAble publishes no limit. This pace only keeps a large run from being a burst.
		rateLimit: { max: 20, intervalMs: 1_000 },
		refused: { firstWaitMs: 2_000, maxWaitMs: 60_000, giveUpMs: 5 * 60_000 },
	},
};
