import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, runContact, startSandbox } from '../../../support/highLevel';
import { startForwarder } from '../../../support/odd/forwarder';
import { pace } from '../../../support/pace';
import { storeContact } from '../../../support/sandboxRuns';
import { fail, succeed, writes } from './requests';

pace({ backoff: { firstMs: 5, maxMs: 20 } });

let sandbox: HighLevelSandbox;
let contactId: string;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => {
	sandbox.reset();
	contactId = storeContact(sandbox, {
		dndSettings: {
			sms: { status: 'inactive', message: 'welcome', code: 'B2' },
			email: { status: 'permanent', message: 'unsubscribed' },
		},
	});
});
afterAll(async () => await sandbox.close());

const ofChannels = (channels: IDataObject[], more: IDataObject = {}) => ({
	parameters: { contactId: byId(contactId), dndSettings: { channels }, ...more },
});
const set = async (channels: IDataObject[], more: IDataObject = {}, baseUrl?: string) =>
	(await succeed(sandbox, 'setDoNotDisturb', { ...ofChannels(channels, more), baseUrl }))[0] ?? {};
const stored = () => sandbox.state.contacts.get(contactId)?.dndSettings;
const stop = { channel: 'WhatsApp', status: 'active', message: 'wrote STOP' };

test('only the named channels change, whether HighLevel merges or replaces what it gets', async () => {
	const result = await set([stop, { channel: 'SMS', status: 'active' }]);
	const settings = {
		SMS: { status: 'active', message: 'welcome', code: 'B2' },
		Email: { status: 'permanent', message: 'unsubscribed' },
		WhatsApp: { status: 'active', message: 'wrote STOP' },
	};
	expect(writes(sandbox).map(({ body }) => body)).toEqual([{ dndSettings: settings }]);
	expect(result).toEqual({
		contactId,
		outcome: 'updated',
		changedFields: ['dndSettings.SMS', 'dndSettings.WhatsApp'],
		changes: {
			'dndSettings.SMS': {
				from: { status: 'inactive', message: 'welcome', code: 'B2' },
				to: { status: 'active', message: 'welcome', code: 'B2' },
			},
			'dndSettings.WhatsApp': { from: null, to: { status: 'active', message: 'wrote STOP' } },
		},
		dnd: false,
		dndSettings: settings,
	});
});

test('what is so already is not written again, and Dry Run writes nothing', async () => {
	const planned = await set([stop], { dryRun: true });
	expect(planned).toMatchObject({ outcome: 'wouldUpdate', changedFields: ['dndSettings.WhatsApp'] });
	expect(writes(sandbox)).toEqual([]);
	await set([stop]);
	expect(await set([stop])).toMatchObject({ outcome: 'unchanged', changedFields: [], changes: {} });
	expect(writes(sandbox)).toHaveLength(1);
});

test('a permanent channel is on already, and is switched off only where that is chosen', async () => {
	const off = [stop, { channel: 'Email', status: 'inactive' }];
	const error = await fail(sandbox, 'setDoNotDisturb', ofChannels(off));
	expect(error.message).toBe(`Do Not Disturb is permanent for Email of contact ${contactId}`);
	expect(error.description).toContain('Overwrite under Options > If Permanent');
	expect(writes(sandbox)).toEqual([]);

	expect(await set([{ channel: 'Email', status: 'active' }])).toMatchObject({ outcome: 'unchanged' });
	expect(writes(sandbox)).toEqual([]);

	const options = { ifPermanent: 'overwrite' };
	expect(await set([{ channel: 'Email', status: 'active' }], { options })).toMatchObject({
		outcome: 'unchanged',
	});
	await set(off, { options });
	expect(stored()?.email).toMatchObject({ status: 'inactive' });
});

test('two items at the same time for two channels, each with a lost response, are both stored', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', times: 2, method: 'PUT' });
	const run = await runContact(sandbox, 'setDoNotDisturb', {
		items: [{ channel: 'Call' }, { channel: 'FB' }],
		...ofChannels([{ channel: '={{ $json.channel }}', status: 'active' }]),
	});
	expect(run.error?.message).toBeUndefined();
	expect(run.items.map(({ json }) => json.changedFields)).toEqual([['dndSettings.Call'], ['dndSettings.FB']]);
	expect(stored()).toMatchObject({
		call: { status: 'active' },
		fb: { status: 'active' },
		sms: { status: 'inactive' },
		email: { status: 'permanent' },
	});
});

test('a channel that HighLevel accepts and does not store is named, and one that only it knows is not sent', async () => {
	const forwarder = await startForwarder(sandbox.url, {
		request: (body) => body.replace('"WhatsApp":{"status":"active"', '"WhatsApp":{"status":"inactive"'),
		answer: (body) => body.replace('"dndSettings":{', '"dndSettings":{"RCS":{"status":"active"},'),
	});
	const result = await set([stop], {}, forwarder.url).finally(async () => await forwarder.close());
	expect(result.ignoredFields).toEqual(['dndSettings.WhatsApp']);
	expect(JSON.stringify(writes(sandbox))).not.toContain('RCS');
});

test('one channel named twice, or without a status, is refused before anything is sent', async () => {
	for (const [channels, message] of [
		[[stop, stop], '"Channels" names WhatsApp twice'],
		[[{ channel: 'SMS', status: '={{ $json.nothing }}' }], '"Status" is empty for SMS'],
	] as Array<[IDataObject[], string]>) {
		expect((await fail(sandbox, 'setDoNotDisturb', ofChannels(channels))).message).toBe(message);
	}
	expect(sandbox.requests).toEqual([]);
});
