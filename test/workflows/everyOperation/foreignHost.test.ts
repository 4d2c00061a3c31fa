import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { IDataObject } from 'n8n-workflow';

import { pace } from '../../support/pace';
import { plain } from '../highLevel/everyOperation/operations';
import { askingIdsIn, services, startedFor } from './services';

// The rule is the same after shorter waits.
pace({ rateLimit: { max: 100_000 }, backoff: { firstMs: 0, maxMs: 0 }, looksMs: [0] });

const ANSWERS: Record<string, [type: string, body: string]> = {
	'a login page': ['text/html', '<html><body>Please log in</body></html>'],
	'an empty object': ['application/json', '{}'],
	null: ['application/json', 'null'],
	nothing: ['text/plain', ''],
	'a greeting': ['text/plain', 'It works!'],
	// Last, since a list that was read is remembered.
	'a list': ['application/json', '[]'],
	'a list of something else': ['application/json', '[{"kind":"parrot"},{"kind":"cat"}]'],
};

/** What differs between the services: which answers are their own, and how an operator is told of another one. */
interface Rule {
	/** Of which answers and operations something must be said. */
	isForeign(what: string, id: string): boolean;
	clear: RegExp;
	parametersOf?(id: string): IDataObject;
}

const RULES: Record<string, Rule> = {
	GoHighLevel: {
		// Operations whose result is what HighLevel answers; an empty object where a calendar has no free slot.
		isForeign: (what, id) =>
			/\.(checkAccess|get|getActivity|getAll|getAppointments|getByBusiness|getFreeSlots|search)$/.test(id) &&
			!(what === 'an empty object' && id === 'appointment.getFreeSlots'),
		clear: /did not answer like HighLevel/,
		parametersOf: plain,
	},
	WiseAgent: {
		// An empty list is what Wise Agent itself answers where there is nothing.
		isForeign: (what, id) =>
			!(what === 'a list' && /\.(getAll|getAllChanged|getAddresses|find|create)$|^contact\.count$/.test(id)),
		clear:
			/did not answer like Wise Agent|answer was lost|Wise Agent did not answer|was not found|does not say whether|It works!/,
	},
	WhatsAble: {
		// Its own lists may be empty, and an entry in another shape is shown as it came.
		isForeign: (what, id) => !(/^a list/.test(what) && /\.getAll$|emplate$|\.scheduleText$/.test(id)),
		clear: /did not answer|answer does not say what/,
	},
};

/** A message of the language, or a value that was taken for another kind of value. */
const RIDDLE = /undefined|null|iterable|not a function|destructur|Cannot read/;

let server: Server;
let answer: [type: string, body: string] = ['', ''];
beforeAll(async () => {
	server = createServer((_, response) => {
		response.setHeader('Content-Type', answer[0]);
		response.end(answer[1]);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

describe.each(services)('$name', (one) => {
	const started = startedFor(one);
	const rule = RULES[one.node] as Rule;
	const tried = Object.keys(ANSWERS).flatMap((what) =>
		askingIdsIn(one.catalogue).map((id) => [what, id] as const),
	);

	test.each(tried)(
		'a host that is another one but answers %s is no riddle to the user of %s',
		async (what, id) => {
			answer = ANSWERS[what] as [string, string];
			const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
			const { run } = await started.service.run(id, { baseUrl, parameters: rule.parametersOf?.(id) });

			const message = run.error?.message ?? '';
			if (rule.isForeign(what, id)) expect(message).toMatch(rule.clear);
			if (what === 'a login page') {
				expect(message).toMatch(/did not answer|answer was lost/);
				expect(run.error?.description).toMatch(/[Cc]heck the Base URL/);
			}
			expect(message).not.toMatch(RIDDLE);
		},
	);
});
