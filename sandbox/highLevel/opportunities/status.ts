import { opportunityOf } from '../routes/lookups';
import type { ApiRoute } from '../wire/apiRoute';
import { updatedFields } from './input';
import { opportunityStatusBody } from './schemas';
import { succeeded } from './view';

/** Source: official specifications, opportunities. */
export const statusRoute: ApiRoute = {
	method: 'PUT',
	path: '/opportunities/:id/status',
	scope: 'opportunities.write',
	body: opportunityStatusBody,
	answer: (call) => {
		const before = opportunityOf(call);
		call.state.change('opportunities', before.id, updatedFields(call, before));
		return succeeded(call);
	},
};
