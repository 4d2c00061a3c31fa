import type { ApiUsage } from '../../../core/editor/apiUsage';
import { apiUsage, isReportEnough } from '../../../core/editor/apiUsage';
import { Failure } from '../../../core/failure';
import { making } from '../../../core/operation/request';
import type { HighLevelClient } from '../client';
import { searchPage } from '../contacts/contactSearch';
import { ScopeRefused } from '../errors';

/**
 * How many requests HighLevel counts for the application in the location, by its newest response: whoever sent them. One
 * small read is sent where no response told it yet, or the newest one is older than that.
 */
export const readUsage = making(
	searchPage,
	[],
	async (api: HighLevelClient, { maxAgeMs }: { maxAgeMs: number }): Promise<ApiUsage> => {
		const budget = api.account.budget();
		if (!isReportEnough(budget.lastReport, maxAgeMs, Date.now())) await readAnything(api);
		return apiUsage(budget, Date.now());
	},
);

/** A refusal tells the figures too: one for a scope, and one for the limit itself. */
async function readAnything(api: HighLevelClient): Promise<void> {
	await searchPage(api.needing(searchPage), { pageLimit: 1, page: 1 }).catch((error: unknown) => {
		const isLimit = error instanceof Failure && error.details.httpCode === 429;
		if (!isLimit && !(error instanceof ScopeRefused)) throw error;
	});
}
