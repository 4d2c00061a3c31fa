import type { IDataObject } from 'n8n-workflow';

import { countryCode } from '../../../nodes/core/values/countries';
import { toE164 } from '../../../nodes/core/values/phones';
import { unreachable } from '../../../nodes/core/sending/unanswered';
import { PollState } from '../../../nodes/core/polling/pollState';
import { recordsIn } from '../../../nodes/GoHighLevel/actions/customApiCall/recordsIn';
import { changesBetween } from '../../../nodes/GoHighLevel/api/contacts/contactChanges';
import { contactBody } from '../../../nodes/GoHighLevel/api/contacts/contact';
import type { Contact, ContactFields } from '../../../nodes/GoHighLevel/api/contacts/contact';
import { versionOf } from '../../../nodes/GoHighLevel/api/versions';
import { carriesSecret } from '../../../nodes/GoHighLevel/events/webhook/sharedSecret';
import { contactCustomFields } from '../../../nodes/GoHighLevel/pickers/customFields';
import { variablesOf } from '../../../nodes/WhatsAble/api/records/templateVariables';
import { fieldOf } from '../../../nodes/WiseAgent/api/reading/answers';
import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import type { WhatsAbleSandbox } from '../../../sandbox/whatsAble';
import type { WiseAgentSandbox } from '../../../sandbox/wiseAgent';
import { DEMO, runContact, runOperation, startSandbox } from '../../support/highLevel';
import { Poller } from '../../support/running/runPolls';
import { storeContact, textOf } from '../../support/sandboxRuns';
import { runWhatsAble, startSandbox as startWhatsAble, DEMO as WHATSABLE } from '../../support/whatsAble';
import { runWiseAgent, startWiseAgent } from '../../support/wiseAgent';
import { only } from '../../workflows/highLevel/contact/search/conditions';
import { editorContext } from '../../workflows/highLevel/pickers/editor';
import { INHERITED } from './names';

let highLevel: HighLevelSandbox;
let wiseAgent: WiseAgentSandbox;
let whatsAble: WhatsAbleSandbox;
beforeAll(async () => {
	highLevel = await startSandbox();
	wiseAgent = await startWiseAgent();
	whatsAble = await startWhatsAble();
	INHERITED.forEach(addCustomField);
});
afterAll(async () => {
	await Promise.all([highLevel.close(), wiseAgent.close(), whatsAble.close()]);
});

/** A custom field of a data type that nobody knows. */
function addCustomField(dataType: string): void {
	const fields = highLevel.state.customFields;
	const [known] = fields.inGroup(DEMO.locationId);
	if (!known) throw new Error('The demo has no custom field');
	const id = `field-${dataType}`;
	fields.set(id, { ...known, id, name: id, dataType: dataType as typeof known.dataType });
}

/** What a function or an inherited object looks like in a text. */
const LEAK = /native code|\[object|function|undefined/;

describe.each(INHERITED)('the name "%s" is known to no table', (name) => {
	test('of operations, in any node', async () => {
		const run = {
			highLevel: async (id: string) => await runOperation(highLevel, id),
			wiseAgent: async (id: string) => await runWiseAgent(wiseAgent, id),
			whatsAble: async (id: string) => await runWhatsAble(whatsAble, id),
		};
		for (const [node, resource] of [
			['highLevel', 'contact'],
			['wiseAgent', 'contact'],
			['whatsAble', 'message'],
		] as const) {
			const unknownOperation = textOf(await run[node](`${resource}.${name}`));
			expect(unknownOperation).toContain(`There is no operation "${name}" for "${resource}"`);
		}
	});

	test('of countries, codes of connections, and routes', () => {
		expect(countryCode(name)).toBeUndefined();
		expect(toE164('030 901820', name)).toBeUndefined();
		const { message } = unreachable({ service: 'HighLevel', baseUrl: 'https://x.example' }, name);
		expect(message).toBe('HighLevel could not be reached (x.example): the connection failed');
		expect(versionOf(`/${name}`)).toBe('2021-07-28');
		expect(versionOf(name)).toBe('2021-07-28');
	});

	test('of fields in a response', () => {
		expect(fieldOf({ Other: 1 }, name)).toBeUndefined();
		expect(() => recordsIn({ contacts: [] }, name)).toThrow(`The answer has no list under "${name}"`);
		expect(recordsIn(JSON.parse(`{"${name}":[{"id":"a"}]}`), name)).toEqual([{ id: 'a' }]);
	});

	test('of letters that stand for the variables of a template', () => {
		const template = { template_id: 'x', name: 'x', template_formate: `[${name}:2][b:1]` };
		expect(variablesOf(template).map(({ key }) => key)).toEqual(['body1']);
	});

	test('of headers', () => {
		const shared = { headerName: name, secret: 'a secret of some length' };
		expect(carriesSecret({}, shared)).toBe(false);
		const headers = Object.fromEntries([[name.toLowerCase(), shared.secret]]);
		expect(carriesSecret(headers, shared)).toBe(true);
	});

	test('of parts that a poll trigger remembers, and is remembered like any other', () => {
		const state = new PollState('place', new PollState('place').toStored(false, false));
		expect(() => state.part(name)).not.toThrow();
		expect(Object.keys(state.toStored(false, false).parts)).toEqual([name]);
	});

	test('of fields of a contact, where it is written like any other', () => {
		const wanted = Object.fromEntries([[name, 'x']]) as ContactFields;
		expect(Object.entries(contactBody(wanted))).toEqual([[name, 'x']]);
		expect(changesBetween({ id: 'a' } as Contact, wanted)).toMatchObject({ names: [name] });
		const cleared = Object.fromEntries([[name, null]]) as unknown as ContactFields;
		expect(changesBetween({ id: 'a' } as Contact, cleared).names).toEqual([]);
	});

	test('of data types of custom fields', async () => {
		const mapper = await contactCustomFields.call(editorContext(highLevel));
		expect(mapper.fields.find((field) => field.id === `field-${name}`)).toMatchObject({ type: 'string' });
	});

	test('of fields and conditions of the search', async () => {
		const search = async (condition: { field: string; operator: string }) =>
			textOf(
				await runContact(highLevel, 'search', { parameters: only({ value: 'x', ...condition } as never) }),
			);
		expect(await search({ field: name, operator: 'eq' })).toContain(`"Field" has no option "${name}"`);
		expect(await search({ field: 'email', operator: name })).toContain(`has no option "${name}"`);
	});

	test('of fields to clear', async () => {
		const email = `${name.toLowerCase()}@example.com`;
		const options = { clearWhenEmpty: [name] };
		const contactId = storeContact(highLevel, { email });
		const updated = await runContact(highLevel, 'update', {
			parameters: { contactId, updateFields: { firstName: 'Ada' }, options },
		});
		expect(textOf(updated)).not.toMatch(/must be text/);
		const added = await runWiseAgent(wiseAgent, 'contact.create', {
			parameters: { CEmail: email, CFirst: 'Ada', CLast: 'King', Source: 'Test', options },
		});
		expect(textOf(added)).not.toMatch(/must be text/);
	});

	test('of variables of a template', async () => {
		const variablesJson = `{"${name}":"x"}`;
		const run = await runWhatsAble(whatsAble, 'message.sendTemplate', {
			parameters: {
				phoneNumber: '+14155550132',
				templateId: { __rl: true, mode: 'id', value: WHATSABLE.templates.welcome },
				variablesInput: 'json',
				variablesJson,
			},
		});
		expect(textOf(run)).toMatch(new RegExp(`has no variable ${name}|is empty|not filled|unsafe`, 'i'));
		expect(textOf(run)).not.toMatch(LEAK);
	});

	test('of events that are sampled', async () => {
		const sample = new Poller(highLevel, { parameters: { events: [name] } as IDataObject }).test();
		await expect(sample).rejects.toThrow(`"Events" has no option "${name}"`);
	});
});
