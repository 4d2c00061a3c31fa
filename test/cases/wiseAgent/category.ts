import { byId, DEMO } from '../../support/wiseAgent';
import { withContact } from '../../support/wiseAgentPerson';
import type { WiseAgentCase } from '../case';
import { wrongLimit } from '../wrongValues';

const all = { returnAll: true, limit: 50, options: {} };

const nothing = '={{ $json.nothing }}';

export const cases: Record<string, WiseAgentCase> = {
	count: {
		example: { ...withContact, parameters: { category: byId(DEMO.categories.buyer), options: {} } },
		wrong: { parameters: { category: byId(nothing) }, message: '"Category" is empty', field: 'category' },
	},
	create: {
		example: { parameters: { names: 'New Lead, Prospect', options: {} } },
		wrong: { parameters: { names: nothing }, message: '"Names" is empty', field: 'names' },
	},
	getAll: { example: { ...withContact, parameters: all }, wrong: wrongLimit(1.5) },
};
