import type { Catalogue, Resource } from '../../../core/operation/operation';
import type { HighLevelClient } from '../../api/client';
import { checkAccess } from './checkAccess.operation';
import { getApiUsage } from './getApiUsage.operation';

/** @param others all that the node can do besides */
export function accountFor(others: Catalogue<HighLevelClient>): Resource<HighLevelClient> {
	const offered = Object.values(others)
		.flatMap(({ operations }) => Object.values(operations))
		.flatMap(({ requests }) => requests);
	return { name: 'Account', operations: { checkAccess: checkAccess(offered), getApiUsage } };
}
