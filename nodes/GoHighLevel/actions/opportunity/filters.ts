import type { INodeProperties } from 'n8n-workflow';

import { time } from '../../../core/editor/fields';
import { Failure } from '../../../core/failure';
import { momentIn, textIn } from '../../../core/operation/given';
import type { Params } from '../../../core/operation/params';
import { amountOf } from '../../../core/values/amounts';
import { dateTimeOf, lastMomentOf } from '../../../core/values/dates';
import { ownValue } from '../../../core/values/ownValue';
import { isEmpty } from '../../../core/values/texts';
import type { Opportunity } from '../../api/opportunities/opportunity';
import type { OpportunityQuery } from '../../api/opportunities/search';
import { anyPipelineLocator, anyStageLocator, contactLocator, userLocator } from '../../pickers/locators';
import { status } from './fields';

const { required: _, ...anyContact } = contactLocator;

function amount(displayName: string, name: string, description: string): INodeProperties {
	return { displayName, name, type: 'number', default: 0, description };
}

/** The filters of Get Many. HighLevel's search has none for value and time of change: these, the node applies. */
export const filterFields: INodeProperties[] = [
	userLocator('Assigned To', 'assignedTo', 'Only opportunities of this user'),
	{ ...anyContact, description: 'Only opportunities of this contact' },
	time('Created After', 'createdAfter', 'Only opportunities that were created at this time or later'),
	time('Created Before', 'createdBefore', 'Only opportunities that were created at this time or earlier'),
	amount('Maximum Value', 'maximumValue', 'Only opportunities with this value or less'),
	amount('Minimum Value', 'minimumValue', 'Only opportunities with this value or more'),
	{
		displayName: 'No Change for Days',
		name: 'unchangedDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 7,
		description:
			'Only opportunities that nobody has changed, moved or given another status for this number of days',
	},
	{ ...anyPipelineLocator, description: 'Only opportunities in this pipeline' },
	{
		displayName: 'Search Text',
		name: 'query',
		type: 'string',
		default: '',
		description:
			'Text that HighLevel looks for in the name of the opportunity and in the name, email and phone of its contact; up to 75 characters',
	},
	{ ...anyStageLocator, description: 'Only opportunities in this stage' },
	{ ...status, description: 'Only opportunities with this status' },
];

/** What HighLevel's search looks for. */
export function queryOf(params: Params): OpportunityQuery {
	const given = params.collection('filters');
	const text = (name: string) => textIn(params, given, name);
	const at = (name: string, read: typeof dateTimeOf) => momentIn(params, given, name, read);
	return {
		query: text('query'),
		pipelineId: text('pipelineId'),
		pipelineStageId: text('pipelineStageId'),
		contactId: text('contactId'),
		assignedTo: text('assignedTo'),
		status: text('status'),
		createdFromMs: at('createdAfter', dateTimeOf),
		createdUntilMs: at('createdBefore', lastMomentOf),
	};
}

const DAY_MS = 86_400_000;

/** What the node looks for itself; `undefined` where that is nothing. Throws a `Failure` for what is no number. */
export function isWantedOf(params: Params): ((found: Opportunity) => boolean) | undefined {
	const given = params.collection('filters');
	const number = (name: string) => {
		const value = ownValue(given, name);
		return isEmpty(value) ? undefined : amountOf(value, params.label(name));
	};
	const [from, until, days] = [number('minimumValue'), number('maximumValue'), number('unchangedDays')];
	if (days !== undefined && days < 0) {
		const label = params.label('unchangedDays');
		throw new Failure(`"${label}" must be 0 or more, but it is ${days}`, undefined, {
			field: 'unchangedDays',
		});
	}
	if (from === undefined && until === undefined && days === undefined) return undefined;
	const unchangedSince = Date.now() - (days ?? 0) * DAY_MS;
	return (found) => {
		// HighLevel leaves out the value of an opportunity that has none.
		const value = Number(found.monetaryValue ?? 0);
		const isWorth = value >= (from ?? -Infinity) && value <= (until ?? Infinity);
		return isWorth && (days === undefined || lastChangeOf(found) <= unchangedSince);
	};
}

/** ms since 1970; `NaN`, which is within no time, where HighLevel does not say. */
function lastChangeOf({ createdAt, updatedAt, lastStageChangeAt, lastStatusChangeAt }: Opportunity): number {
	const times = [createdAt, updatedAt, lastStageChangeAt, lastStatusChangeAt]
		.map((text) => Date.parse(String(text)))
		.filter((at) => !Number.isNaN(at));
	return times.length > 0 ? Math.max(...times) : NaN;
}
