import type { IDataObject } from 'n8n-workflow';

import type { HighLevelClient } from '../../../nodes/GoHighLevel/api/client';
import { kindOf } from '../../../nodes/GoHighLevel/api/records/kit';
import { scopesOf } from '../../../nodes/core/operation/request';
import type { Path } from '../../../nodes/core/sending/path';

interface Thing extends IDataObject {
	id: string;
	name?: string;
}

const ofLocation = kindOf<Thing, 'thingId'>({
	path: '/things/',
	id: 'thingId',
	one: 'thing',
	many: 'things',
	written: 'writtenThing',
	read: 'things.readonly',
	write: 'things.write',
});

const ofContact = kindOf<Thing, 'thingId', 'contactId'>({
	path: '/contacts/{contactId}/things',
	id: 'thingId',
	one: 'thing',
	many: 'things',
	read: 'contacts.readonly',
	write: 'contacts.write',
});

interface Call {
	path: string;
	sent?: IDataObject;
	/** What was read in the answer, or why it was not. */
	read: unknown;
}

/** A client that answers everything with this, and what it was called for. */
function answering(answer: IDataObject): { api: HighLevelClient; calls: Call[] } {
	const calls: Call[] = [];
	const call = async <T>({ value: path }: Path, reading: (answer: unknown) => T, sent?: IDataObject) => {
		const read = reading(answer);
		calls.push({ path, ...(sent ? { sent } : {}), read });
		return read;
	};
	return { api: { locationId: 'LOC1', get: call, put: call } as unknown as HighLevelClient, calls };
}

test('each request has the endpoint and the scope of what it does', () => {
	const list = ofContact.list();
	const create = ofContact.create<{ name: string }>({ list, isSame: () => true });
	const all = [list, ofContact.get(), create, ofContact.change(), ofContact.delete()];
	expect(all.map(({ endpoint, scopes }) => `${endpoint} ${scopes.join()}`)).toEqual([
		'GET /contacts/{contactId}/things contacts.readonly',
		'GET /contacts/{contactId}/things/{thingId} contacts.readonly',
		'POST /contacts/{contactId}/things contacts.write',
		'PUT /contacts/{contactId}/things/{thingId} contacts.write',
		'DELETE /contacts/{contactId}/things/{thingId} contacts.write',
	]);
	expect(ofLocation.get().endpoint).toBe('GET /things/{thingId}');
	// It looks there when a response is lost.
	expect(scopesOf({ requests: [create] })).toEqual(['contacts.write', 'contacts.readonly']);
});

test('the ids of the path go there, and what else is given into the query or the body', async () => {
	const { api, calls } = answering({ things: [{ id: 'a' }, { id: 'b' }], thing: { id: 'a' } });
	await ofContact.list<{ color: string }>()(api, { contactId: 'c/1', color: 'red' });
	await ofLocation.list()(api, {});
	await ofContact.get()(api, { contactId: 'c', thingId: 'a' });
	await ofContact.change<{ name: string }>()(api, { contactId: 'c', thingId: 'a', name: 'A' });
	expect(calls.map(({ path, sent }) => ({ path, sent }))).toEqual([
		{ path: '/contacts/c%2F1/things', sent: { color: 'red' } },
		{ path: '/things/', sent: { locationId: 'LOC1' } },
		{ path: '/contacts/c/things/a', sent: undefined },
		{ path: '/contacts/c/things/a', sent: { name: 'A' } },
	]);
});

test('a list gives as many as are wanted, a page at a time where HighLevel does', async () => {
	const { api, calls } = answering({ things: [{ id: 'a' }, { id: 'b' }] });
	expect(await ofLocation.list()(api, { limit: 1 })).toEqual([{ id: 'a' }]);
	const { page, list } = ofLocation.pages({ size: 20, skipped: 'offset' });
	expect(await page(api, { skip: 40, limit: 20 })).toHaveLength(2);
	expect(await list(api, { limit: 2 })).toHaveLength(2);
	expect(calls.map(({ sent }) => sent)).toEqual([
		{ locationId: 'LOC1' },
		{ locationId: 'LOC1', limit: 20, offset: 40 },
		{ locationId: 'LOC1', limit: 2, offset: 0 },
	]);
});

test('a record is read under its name, after a write under the name for that, and is the one that was asked for', async () => {
	const written = answering({ thing: { id: 'a' }, writtenThing: { id: 'b' } });
	expect(await ofLocation.change()(written.api, { thingId: 'b' })).toEqual({ id: 'b' });
	await expect(ofLocation.get()(written.api, { thingId: 'b' })).rejects.toThrow(
		'record a in place of record b',
	);

	const bare = kindOf<Thing, 'thingId'>({
		path: '/things/',
		id: 'thingId',
		one: 'thing',
		written: null,
		read: 'r',
	});
	const { api } = answering({ id: 'c' });
	expect(await bare.change()(api, { thingId: 'c' })).toEqual({ id: 'c' });

	const ofOthers = answering({ things: [{ id: 'a', contactId: 'other' }] });
	await expect(ofContact.list()(ofOthers.api, { contactId: 'c' })).rejects.toThrow(
		'records of contact other',
	);
});

test('an id that is empty is refused before anything is sent', async () => {
	const { api, calls } = answering({});
	await expect(ofContact.get()(api, { contactId: 'c', thingId: ' ' })).rejects.toThrow(
		'The id for "things" is empty',
	);
	expect(calls).toEqual([]);
});
