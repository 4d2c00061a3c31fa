import type { IDataObject } from 'n8n-workflow';

import type { Passing, Replacement } from '../../../support/odd/forwarder';
import { RAW_ERROR } from '../../../support/odd/oddResponses';
import { detailsOf, textOf } from '../../../support/sandboxRuns';
import { operations } from './operations';
import { isApi, isWrite, Spoiled } from './spoiled';

const FAILING: Record<string, Replacement> = {
	'server errors': { status: 500, headers: { 'content-type': 'text/html' }, body: '<html>500</html>' },
	'responses that are cut off': { status: 200, body: '[{"ClientID":18', isCutOff: true },
	'a token that is refused': { status: 401, body: '{"error":"invalid_client"}' },
	'a login page': { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Log in</html>' },
	'a refusal': { status: 200, body: '{"error":"The request could not be processed"}' },
};

/** Other parameters than those of the example: what reads only then. */
const VARIANTS: Array<[id: string, parameters: IDataObject]> = [
	...operations.map(({ id }): [string, IDataObject] => [id, {}]),
	['contact.setCustomData', { Key: 'Nickname' }],
	['contact.upsert', { CEmail: 'new@example.com', MobilePhone: '6025550199' }],
];

/** Those that read after they have written. */
const READING = new Set<string>();

let spoiled: Spoiled;
beforeAll(async () => (spoiled = await Spoiled.start()));
afterAll(async () => await spoiled.close());

test.each(VARIANTS)(
	'%s says what was done when reading afterwards fails (%j)',
	async (id, parameters) => {
		const calm = await spoiled.run(id, {}, { parameters });
		const firstWrite = calm.requests.findIndex(isWrite);
		const readsAfter = calm.requests.slice(firstWrite).some((request) => !isWrite(request));
		if (firstWrite < 0 || !readsAfter) return;
		READING.add(id);
		for (const response of Object.values(FAILING)) {
			let hasWritten = false;
			const replaces = (request: Passing) => {
				if (!isApi(request)) return undefined;
				if (!isWrite(request) && hasWritten) return response;
				hasWritten ||= isWrite(request);
				return undefined;
			};
			const { run } = await spoiled.run(id, { replaces }, { parameters });

			const { created, updated } = detailsOf(run);
			expect(created === true || updated === true).toBe(true);
			expect(run.error?.message).toMatch(
				/was (created|updated|added to|removed from)|accepted the change|took this person for/,
			);
			expect(textOf(run)).not.toMatch(RAW_ERROR);
			expect(textOf(run)).not.toMatch(/Nothing was (changed|written|sent)/);
			if (created) expect(textOf(run)).toMatch(/Do not run this item again|Use "Update" with this id/);
		}
	},
	30_000,
);

test('these are all operations that read after they have written', () => {
	expect([...READING].sort()).toEqual([
		'calendar.create',
		'contact.addCategories',
		'contact.create',
		'contact.removeCategories',
		'contact.setCustomData',
		'contact.update',
		'contact.upsert',
		'property.create',
		'property.update',
		'webhook.create',
	]);
});
