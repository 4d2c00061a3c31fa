import { USUAL_PACE } from '../../core/account/pace';
import type { Service } from '../../core/account/registry';

export const HIGHLEVEL_SERVICE: Service = {
	name: 'HighLevel',
	pace: {
		...USUAL_PACE,
		// Per application and location. Source: HighLevel's rate limit page (200,000 a day beside it).
		rateLimit: { max: 100, intervalMs: 10_000 },
		// Its search may take some seconds to know a new contact.
		looksMs: [0, 2_000, 5_000],
	},
};
