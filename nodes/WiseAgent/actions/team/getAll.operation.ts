import type { INodeProperties } from 'n8n-workflow';

import { returnAllOrLimit } from '../../../core/editor/fields';
import { teamMemberOf } from '../../api/reading/records';
import { listOutsideTeam, listTeam } from '../../api/records/lists';
import { operation } from '../operation';
import { allOutputs, recordOptions } from '../output';

const which: INodeProperties = {
	displayName: 'Team',
	name: 'team',
	type: 'options',
	options: [
		{ name: 'Inside', value: 'inside', description: 'Those who work in the account' },
		{ name: 'Outside', value: 'outside', description: 'Partners to whom leads can be given' },
	],
	default: 'inside',
	description: 'Whose members to read',
};

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many team members',
	description: 'Read the members of the team, or those outside to whom leads can be given',
	requests: [listTeam, listOutsideTeam],
	fields: [which, ...returnAllOrLimit, recordOptions()],
	async execute({ api, params }) {
		const limit = params.limit();
		const members = await (params.text('team') === 'outside' ? listOutsideTeam(api) : listTeam(api));
		return allOutputs(params, members.slice(0, limit), teamMemberOf);
	},
});
