import { addFollowers } from './addFollowers.operation';
import { create } from './create.operation';
import { remove } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { moveToStage } from './moveToStage.operation';
import { removeFollowers } from './removeFollowers.operation';
import { setStatus } from './setStatus.operation';
import { update } from './update.operation';
import { upsert } from './upsert.operation';

export const name = 'Opportunity';

export const operations = {
	addFollowers,
	create,
	delete: remove,
	get,
	getAll,
	moveToStage,
	removeFollowers,
	setStatus,
	update,
	upsert,
};
