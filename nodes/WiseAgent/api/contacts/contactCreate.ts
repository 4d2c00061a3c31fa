import type { IDataObject } from 'n8n-workflow';

import type { Age } from '../../../core/sending/creating';
import { createdAmong, createOnce } from '../../../core/sending/creating';
import { afterDone, doneBut } from '../../../core/sending/done';
import { HeldBack } from '../../../core/heldBack';
import { Failure } from '../../../core/failure';
import { changesOf } from '../../../core/changes';
import { ownValue } from '../../../core/values/ownValue';
import { isEmpty } from '../../../core/values/texts';
import { answeredField } from '../reading/answers';
import type { Contact } from '../reading/records';
import { contactOf } from '../reading/records';
import type { WiseAgentClient } from '../client';
import { isSameWording } from '../sameWording';
import { ageOf } from '../createdAfter';
import { changesBetween, valueNamed } from './contactChanges';
import type { ContactFields } from './contactFields';
import { creationForm, namesInCreation } from './contactFields';
import type { WrittenContact } from './contactWrite';
import { write } from './contactWrite';
import { listContacts, readContact, searchContacts } from './contacts';
import type { Identity } from './identity';
import { datumField } from './linking/customDataIn';
import type { Link } from './linking/link';
import { keepLink } from './linking/link';
import type { ContactSync } from './syncing/contactSync';
import { nowSynced } from './syncing/contactSync';
import { ownersOfEmail, ownersOfPhone, phonesOf } from './identity';
import { making } from '../../../core/operation/request';
import { creating } from '../request';

const postContact = creating('webcontact', 'contacts');

/** What `webcontact` made of a person. */
export interface Creation {
	id: string;
	/** False when Wise Agent took the person for a contact that it has; that got the e-mail and phones, and nothing else. */
	isNew: boolean;
}

/** What goes with a contact that is created. */
export interface CreateOptions {
	/** Stored in its custom data. */
	link?: Link;
	/** Where two systems are kept in sync. */
	sync?: ContactSync;
}

/** Without these, Wise Agent creates nobody. Source: official API page. */
const REQUIRED = { CFirst: 'First Name', CLast: 'Last Name', Source: 'Source' } as const;

/** Creates a contact, once: when the answer is lost, it looks whether the contact is there before it sends again. */
export const createContact = making(
	postContact,
	[searchContacts, listContacts, readContact],
	async (
		api: WiseAgentClient,
		wanted: ContactFields,
		identity: Identity,
		given: CreateOptions = {},
	): Promise<Creation> => {
		checkRequired(wanted);
		if (api.isDryRun) throw wouldCreate(wanted, given);
		const name = { first: String(wanted.CFirst), last: String(wanted.CLast) };
		const byName = !identity.email && !identity.phone;
		let lostAt: number | undefined;
		const creation = await createOnce<Creation>(api.account, {
			among: [byName ? 'contactsByName' : `name/${name.first} ${name.last}`.toLowerCase()],
			send: async (find) => await postContact(api, creationForm(wanted), find),
			createdIn: (answer) => {
				const id = answeredField(answer, 'ClientID');
				const isNew = answeredField(answer, 'NewContact');
				if (isEmpty(id) || isNew === undefined) return undefined;
				return { id: String(id), isNew: isNew === true || String(isNew).toLowerCase() === 'true' };
			},
			look: async (startedAt) => {
				lostAt = startedAt;
				const looked = createdAmong(
					await candidates(api, wanted, identity, startedAt),
					(contact) => ageOfContact(api, contact, byName, startedAt),
					(contact) => isCalled(contact, name),
				);
				if (typeof looked === 'string') return looked;
				return { created: { id: String(looked.created.ClientID), isNew: true } };
			},
			keysOf: ({ id, isNew }) => (isNew ? [keyOf(id)] : []),
			unexpected: () => api.unclear('webcontact'),
			signal: api.signal,
		});
		if (creation.isNew || lostAt === undefined) return creation;
		// The contact that is said to exist may be what the lost attempt has created.
		const done = { what: `Contact ${creation.id} is in Wise Agent`, details: { contactId: creation.id } };
		const contact = contactOf(await afterDone(done, async () => await readContact(api, creation.id)));
		const age = ageOfContact(api, contact, byName, lostAt);
		if (age === 'unknown') throw api.unclear('webcontact');
		return { ...creation, isNew: age === 'new' && isCalled(contact, name) };
	},
);

function wouldCreate(wanted: ContactFields, { link, sync }: CreateOptions): HeldBack {
	const would = { ...wanted, ...(link ? { [datumField(link.name)]: link.id } : {}) };
	const names = [...namesInCreation(wanted), ...(link ? [datumField(link.name)] : [])];
	const changes = changesOf(
		names,
		() => null,
		(name) => ownValue(would, name),
	);
	const synced = sync ? { synced: (sync.lastSynced ?? null) as IDataObject | null } : {};
	return new HeldBack({ effect: 'create', changes, record: { changedFields: names, ...synced } });
}

/** Whether Wise Agent made an equal contact since, as far as its time tells. */
function ageOfContact(api: WiseAgentClient, contact: Contact, byName: boolean, startedAt: number): Age {
	if (api.account.hasCreated(keyOf(contact.ClientID))) return 'older';
	// What was sent has neither.
	if (byName && (contact.CEmail || phonesOf(contact).length > 0)) return 'older';
	const age = ageOf(api, contact.DateAddedUTC, startedAt);
	// Nobody had this email or phone before.
	return age === 'unknown' && !byName ? 'new' : age;
}

function isCalled({ CFirst, CLast }: Contact, { first, last }: { first: string; last: string }): boolean {
	return isSameWording(CFirst, first) && isSameWording(CLast, last);
}

function checkRequired(wanted: ContactFields): void {
	const missing = (Object.keys(REQUIRED) as Array<keyof typeof REQUIRED>).filter((name) => !wanted[name]);
	if (missing.length === 0) return;
	throw new Failure(
		`Wise Agent creates no contact without ${missing.map((name) => `"${REQUIRED[name]}"`).join(', ')}`,
		`Map a value to it${missing.includes('CLast') ? ', or set Options > Last Name If Empty' : ''}. Nothing was written for this item.`,
		{ field: missing.join(', ') },
	);
}

function keyOf(id: number | string): string {
	return `contact/${id}`;
}

/** Contacts among which the one that was created would be. */
async function candidates(
	api: WiseAgentClient,
	wanted: ContactFields,
	{ email, phone }: Identity,
	startedAt: number,
): Promise<Contact[]> {
	if (email) return await ownersOfEmail(api, email);
	if (phone) return await ownersOfPhone(api, phone);
	const since = new Date(api.account.serverTime(startedAt) - MINUTE_MS)
		.toISOString()
		.slice(0, 16)
		.replace('T', ' ');
	const changed = await listContacts(api, { updatedSince: since }, Infinity);
	// Its time may tell nothing.
	const part = storedPart(wanted.CLast) ?? storedPart(wanted.CFirst);
	const named = part ? await searchContacts(api, { nameQuery: part }) : [];
	const others = named.filter(({ ClientID }) => !changed.some((one) => one.ClientID === ClientID));
	return [...changed, ...others].map(contactOf);
}

const MINUTE_MS = 60_000;

/** A part of a name that Wise Agent stores as it is, whatever it makes of blanks, marks and length. */
function storedPart(name: string | undefined): string | undefined {
	const words = (name ?? '').match(/[a-z0-9]{2,}/gi) ?? [];
	const [longest] = words.sort((a, b) => b.length - a.length);
	return longest?.slice(0, 4);
}

/**
 * Reads the contact that was created, and writes what creation did not take: fields that only an update knows, and
 * those of which the documentation is not sure under which name they are taken.
 */
export async function complete(
	api: WiseAgentClient,
	id: string,
	wanted: ContactFields,
	{ link, sync }: CreateOptions = {},
): Promise<WrittenContact> {
	if (link) keepLink(api.account, link, { contactId: id, isStored: false });
	const written = await api
		.alone(`contact/${id}`, async () => {
			const raw = await readContact(api, id);
			// An assignment to the outside team may change hands before it is seen, and is not made twice.
			const { OutsideTeamAssignment: _, ...rest } = {
				...changesBetween(contactOf(raw), wanted),
				Categories: wanted.Categories,
			};
			const options = { categoriesMode: 'add', writeOnlyChanges: true, link } as const;
			return await write(api, id, raw, rest, options);
		})
		.catch((error: unknown) => {
			throw error instanceof Failure ? incomplete(id, error) : error;
		});
	const changedFields = [...new Set([...namesInCreation(wanted), ...written.changedFields])];
	const contact = contactOf(written.contact);
	const changes = changesOf(
		changedFields,
		() => null,
		(name) => valueNamed(contact, name),
	);
	const categories = { add: wanted.Categories ?? [], remove: [] };
	const settling = { after: contact, wanted, written: changedFields, categories };
	const synced = sync && nowSynced(undefined, settling);
	return { outcome: 'created', changedFields, changes, contact: written.contact, synced };
}

function incomplete(id: string, failure: Failure): Failure {
	return doneBut(
		{
			what: `Contact ${id} was created`,
			missing: 'but not with all of its fields',
			advice: 'Use "Update" with this id, or "Create or Update", to write the rest.',
			details: { contactId: id, created: true },
		},
		failure,
	);
}
