import { addFollowers } from './addFollowers.operation';
import { addTags } from './addTags.operation';
import { addToCampaign } from './addToCampaign.operation';
import { addToWorkflow } from './addToWorkflow.operation';
import { bulkUpdateBusiness } from './bulkUpdateBusiness.operation';
import { bulkUpdateTags } from './bulkUpdateTags.operation';
import { create } from './create.operation';
import { remove } from './delete.operation';
import { findDuplicate } from './findDuplicate.operation';
import { get } from './get.operation';
import { getActivity } from './getActivity.operation';
import { getAll } from './getAll.operation';
import { getAllChanged } from './getAllChanged.operation';
import { getAppointments } from './getAppointments.operation';
import { getByBusiness } from './getByBusiness.operation';
import { removeFollowers } from './removeFollowers.operation';
import { removeFromAllCampaigns } from './removeFromAllCampaigns.operation';
import { removeFromCampaign } from './removeFromCampaign.operation';
import { removeFromWorkflow } from './removeFromWorkflow.operation';
import { removeTags } from './removeTags.operation';
import { search } from './search/search.operation';
import { setDoNotDisturb } from './setDoNotDisturb.operation';
import { update } from './update.operation';
import { upsert } from './upsert.operation';

export const name = 'Contact';

export const operations = {
	addFollowers,
	addTags,
	addToCampaign,
	addToWorkflow,
	bulkUpdateBusiness,
	bulkUpdateTags,
	create,
	delete: remove,
	findDuplicate,
	get,
	getActivity,
	getAll,
	getAllChanged,
	getAppointments,
	getByBusiness,
	removeFollowers,
	removeFromAllCampaigns,
	removeFromCampaign,
	removeFromWorkflow,
	removeTags,
	search,
	setDoNotDisturb,
	update,
	upsert,
};
