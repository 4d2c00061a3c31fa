import { options } from '../../../core/editor/fields';
import { optional } from '../../../core/operation/request';
import { afterDone } from '../../../core/sending/done';
import { undefinedWhenRefused } from '../../api/errors';
import { checkLostReason, lostReasons } from '../../api/records/lostReasons';
import { MADE_TO_SHOW } from '../../api/opportunities/shown';
import { opportunities } from '../../api/records/opportunities';
import { lostReasonLocator, opportunityLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { status } from './fields';
import { shownWritten } from './output';

export const setStatus = operation({
	name: 'Set Status',
	action: 'Set the status of an opportunity',
	description:
		'Mark an opportunity as open, won, lost or abandoned. The output is the opportunity after that, or its ID and status where the token may not read it.',
	requests: [
		opportunities.setStatus,
		optional(opportunities.get),
		optional(lostReasons.list),
		...MADE_TO_SHOW,
	],
	fields: [
		opportunityLocator,
		{ ...status, default: 'won' },
		{ ...lostReasonLocator, displayOptions: { show: { status: ['lost'] } } },
		options(),
	],
	async execute({ api, params }) {
		const opportunityId = params.id('opportunityId');
		const wanted = params.filled('status');
		const lostReasonId = wanted === 'lost' ? params.text('lostReasonId') : '';
		if (lostReasonId) await checkLostReason(api, lostReasonId, params.label('lostReasonId'));
		const fields = { status: wanted, ...(lostReasonId ? { lostReasonId } : {}) };
		await opportunities.setStatus(api, { opportunityId, ...fields });
		const done = {
			what: `Opportunity ${opportunityId} was set to ${wanted}`,
			details: { opportunityId, updated: true },
		};
		const after = await afterDone(
			done,
			async () => await opportunities.get(api, { opportunityId }).catch(undefinedWhenRefused),
		);
		return after ? await shownWritten(api, after) : { id: opportunityId, ...fields };
	},
});
