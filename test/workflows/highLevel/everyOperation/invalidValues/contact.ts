import { byId } from '../../../../support/highLevel';
import { UNKNOWN } from '../operations';
import type { InvalidValues } from './invalidValues';

const nothing = '={{ $json.nothing }}';
const email = '"Email" is not an email address: nobody';

export const contact: InvalidValues = {
	create: [{ email: 'nobody' }, email, 'Email'],
	upsert: [{ email: 'nobody' }, email, 'Email'],
	update: [{ updateFields: { email: 'nobody' } }, email, 'Email'],
	get: [{ options: { timeout: 0 } }, '"Timeout" must be a number of milliseconds, 1 or more', 'timeout'],
	getAppointments: [
		{ options: { timeout: -1 } },
		'"Timeout" must be a number of milliseconds, 1 or more',
		'timeout',
	],
	delete: [{ contactId: byId('a/../b?x') }, 'Contact with id a/../b?x not found'],
	removeFromAllCampaigns: [{ contactId: byId('a b') }, 'Contact with id a b not found'],
	addTags: [{ tags: nothing }, '"Tags" is empty', 'tags'],
	removeTags: [{ tags: nothing }, '"Tags" is empty', 'tags'],
	addFollowers: [{ followers: nothing }, '"Follower Names or IDs" is empty', 'followers'],
	removeFollowers: [{ followers: nothing }, '"Follower Names or IDs" is empty', 'followers'],
	addToWorkflow: [{ workflowId: byId(UNKNOWN) }, `Workflow with id ${UNKNOWN} not found`],
	removeFromWorkflow: [{ workflowId: byId(UNKNOWN) }, `Workflow with id ${UNKNOWN} not found`],
	addToCampaign: [{ campaignId: byId(nothing) }, '"Campaign" is empty', 'campaignId'],
	removeFromCampaign: [{ campaignId: byId(UNKNOWN) }, `Campaign with id ${UNKNOWN} not found`],
	bulkUpdateTags: [{ tags: nothing }, '"Tags" is empty', 'tags'],
	bulkUpdateBusiness: [{ businessId: byId(nothing) }, '"Business" is empty', 'businessId'],
	findDuplicate: [
		{ email: '', phone: nothing },
		'There is neither an email nor a phone to look for',
		'email, phone',
	],
	getByBusiness: [{ returnAll: false, limit: 0 }, '"Limit" must be a whole number of 1 or more', 'limit'],
	search: [
		{ filterType: 'json', filtersJson: '[{"field":"nobody","operator":"eq","value":"x"}]' },
		'HighLevel refused the data: Invalid field nobody',
	],
	getAll: [{ filters: { addedAfter: 'soon' } }, '"Added After" is not a date: soon', 'Added After'],
};
