import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import type { WiseAgentSandbox } from '../../../sandbox/wiseAgent';
import { seededRandom } from '../../support/fakeClock';
import { byId, runOperation, startSandbox } from '../../support/highLevel';
import { requestsOf, storeContact } from '../../support/sandboxRuns';
import { requestsOfType, startWiseAgent, succeeds } from '../../support/wiseAgent';
import type { Side } from './contactPair';
import { bothSides, ContactPair, FIELDS } from './contactPair';

let highLevel: HighLevelSandbox;
let wiseAgent: WiseAgentSandbox;
beforeAll(async () => {
	highLevel = await startSandbox();
	wiseAgent = await startWiseAgent();
});
beforeEach(() => {
	highLevel.reset();
	wiseAgent.reset();
});
afterAll(async () => {
	await highLevel.close();
	await wiseAgent.close();
});

const ADA = {
	firstName: 'Ada',
	lastName: 'Byron',
	email: 'ada@example.com',
	phone: '+14805550142',
	companyName: 'Engines',
	city: 'Mesa',
	postalCode: '85201',
};

/** A contact of HighLevel with its counterpart in Wise Agent, at rest. */
async function linked(rules?: Record<Side, string>) {
	const pair = new ContactPair(highLevel, wiseAgent, rules);
	await pair.setUp();
	const contactId = storeContact(highLevel, ADA);
	const clientId = String((await pair.toWiseAgent(contactId)).ClientID);
	await pair.toHighLevel(clientId);
	return { pair, contactId, clientId };
}

/** Changes a field as a person does, by its name in HighLevel. */
async function edit(side: Side, id: string, name: string, value: string): Promise<void> {
	const parameters = { contactId: byId(id) };
	if (side === 'highLevel') {
		const updateFields = { [name]: value };
		const run = await runOperation(highLevel, 'contact.update', {
			parameters: { ...parameters, updateFields },
		});
		expect(run.error).toBeUndefined();
		return;
	}
	const own = FIELDS.find(([ofHighLevel]) => ofHighLevel === name)?.[1] ?? '';
	await succeeds(wiseAgent, 'contact.update', {
		parameters: { ...parameters, updateFields: { [own]: value } },
	});
}

/** Requests that changed a contact, on both sides. */
function writes(): number {
	return (
		requestsOf(highLevel, 'PUT').length +
		requestsOf(highLevel, 'POST', /^\/contacts\/(upsert)?$/).length +
		requestsOfType(wiseAgent, 'updateContact', 'webcontact').length
	);
}

const number = (of: number) => `+1480555${String(1000 + of).padStart(4, '0')}`;

test('a city changed in HighLevel and a phone changed in Wise Agent both arrive on both sides, 200 times', async () => {
	const { pair, contactId, clientId } = await linked();
	const random = seededRandom(200);
	for (let round = 0; round < 200; round++) {
		const [city, phone] = [`City ${round}`, number(round)];
		await edit('highLevel', contactId, 'city', city);
		await edit('wiseAgent', clientId, 'phone', phone);
		const syncs = [
			async () => await pair.toWiseAgent(contactId),
			async () => await pair.toHighLevel(clientId),
		];
		const ordered = random() < 0.5 ? syncs : syncs.reverse();
		for (const sync of ordered) await sync();

		const [inHighLevel, inWiseAgent] = bothSides(highLevel, wiseAgent, contactId, clientId);
		expect(inHighLevel).toMatchObject({ city, phone: phone.slice(2) });
		expect(inWiseAgent).toEqual(inHighLevel);
	}
});

test('a phone changed twice in Wise Agent, the second time before HighLevel answers, keeps the second', async () => {
	const { pair, contactId, clientId } = await linked();
	await edit('wiseAgent', clientId, 'phone', number(1));
	await pair.toHighLevel(clientId);
	await edit('wiseAgent', clientId, 'phone', number(2));
	await edit('highLevel', contactId, 'city', 'Tempe');
	await pair.toWiseAgent(contactId);
	await pair.toHighLevel(clientId);

	const [inHighLevel, inWiseAgent] = bothSides(highLevel, wiseAgent, contactId, clientId);
	expect(inHighLevel).toMatchObject({ city: 'Tempe', phone: number(2).slice(2) });
	expect(inWiseAgent).toEqual(inHighLevel);
});

test('a city that is corrected while the first change is still being synced ends as corrected', async () => {
	const { pair, contactId, clientId } = await linked();
	const read = pair.storedFor(clientId);
	await edit('wiseAgent', clientId, 'city', 'Mes');
	await pair.toHighLevel(clientId, read);
	await edit('wiseAgent', clientId, 'city', 'Mesa Verde');
	const { changes } = await pair.toHighLevel(clientId, read);

	expect(changes).toEqual({ city: { from: 'Mes', to: 'Mesa Verde' } });
	const [inHighLevel] = bothSides(highLevel, wiseAgent, contactId, clientId);
	expect(inHighLevel).toMatchObject({ city: 'Mesa Verde' });
});

describe('a field that was changed on both sides', () => {
	const always = (highLevelRule: string, wiseAgentRule: string) => ({
		highLevel: highLevelRule,
		wiseAgent: wiseAgentRule,
	});

	test.each<[string, Record<Side, string>, string]>([
		['HighLevel always wins', always('targetWins', 'sourceWins'), 'from HighLevel'],
		['Wise Agent always wins', always('sourceWins', 'targetWins'), 'from Wise Agent'],
		['the last change wins', always('lastWriteWins', 'lastWriteWins'), 'from Wise Agent'],
	])('follows the rule: %s', async (_rule, rules, kept) => {
		const { pair, contactId, clientId } = await linked(rules);
		await edit('highLevel', contactId, 'city', 'from HighLevel');
		// Wise Agent's times of change have no fractions of a second.
		await new Promise((resolve) => setTimeout(resolve, 1100));
		await edit('wiseAgent', clientId, 'city', 'from Wise Agent');
		const results = [await pair.toWiseAgent(contactId), await pair.toHighLevel(clientId)];

		const sides = bothSides(highLevel, wiseAgent, contactId, clientId);
		expect(sides.map(({ city }) => city)).toEqual([kept, kept]);
		const lost = results.flatMap(({ changes }) => Object.values(changes).flatMap((one) => one.lost ?? []));
		expect(lost).toContain(kept === 'from HighLevel' ? 'from Wise Agent' : 'from HighLevel');
	});
});

test('200 changes from either side, half of them synced twice at the same time, each cost one write on the other side', async () => {
	const { pair, contactId, clientId } = await linked();
	const random = seededRandom(7);
	const names = FIELDS.map(([name]) => name).filter(
		(name) => !['email', 'phone', 'companyName'].includes(name),
	);
	for (let change = 0; change < 200; change++) {
		const name = names[Math.floor(random() * names.length)] ?? 'city';
		const side: Side = random() < 0.5 ? 'highLevel' : 'wiseAgent';
		const there = async () =>
			await (side === 'highLevel' ? pair.toWiseAgent(contactId) : pair.toHighLevel(clientId));
		const back = async () =>
			await (side === 'highLevel' ? pair.toHighLevel(clientId) : pair.toWiseAgent(contactId));

		await edit(side, side === 'highLevel' ? contactId : clientId, name, `${name} ${change}`);
		const before = writes();
		const results: IDataObject[] = await Promise.all(random() < 0.5 ? [there()] : [there(), there()]);
		results.push(await back());

		expect(writes() - before).toBe(1);
		expect(results.filter(({ outcome }) => outcome === 'updated')).toHaveLength(1);
	}
	const [inHighLevel, inWiseAgent] = bothSides(highLevel, wiseAgent, contactId, clientId);
	expect(inWiseAgent).toEqual(inHighLevel);
});
