import { createOnce, isCreatedHere } from '../../../core/creating';
import { Failure } from '../../../core/failure';
import { isEmpty } from '../../../core/params';
import { alone } from '../alone';
import { answeredField } from '../answers';
import type { Contact } from '../clean/records';
import { contactOf } from '../clean/records';
import type { WiseAgentClient } from '../client';
import { isAddedSince } from '../since';
import { changesBetween } from './contactChanges';
import type { ContactFields } from './contactFields';
import { creationForm } from './contactFields';
import type { WrittenContact } from './contactWrite';
import { write } from './contactWrite';
import { readContact, searchContacts } from './contacts';
import { hasName, isEmail, isPhone, ownersOfEmail, ownersOfPhone, PHONE_FIELDS } from './identity';

/** What `webcontact` made of a person. */
export interface Creation {
	id: string;
	/** False when Wise Agent took the person for a contact that it has; that got the e-mail and phones, and nothing else. */
	isNew: boolean;
}

/** Without these, Wise Agent creates nobody. Source: official API page. */
const REQUIRED = { CFirst: 'First Name', CLast: 'Last Name', Source: 'Source' } as const;

/** Creates a contact, once: when the answer is lost, it looks whether the contact is there before it sends again. */
export async function createContact(api: WiseAgentClient, wanted: ContactFields): Promise<Creation> {
	checkRequired(wanted);
	const name = { first: String(wanted.CFirst), last: String(wanted.CLast) };
	let lostAt: number | undefined;
	const isOurs = (contact: Contact, startedAt: number) =>
		!isCreatedHere(keyOf(api, contact.ClientID)) &&
		isAddedSince(api, contact.DateAddedUTC, startedAt) &&
		hasName(contact, name);
	const creation = await createOnce<Creation>({
		among: [`${api.accountKey}/name/${name.first} ${name.last}`.toLowerCase()],
		send: async (find) => await api.create('webcontact', creationForm(wanted), find),
		createdIn: (answer) => {
			const id = answeredField(answer, 'ClientID');
			const isNew = answeredField(answer, 'NewContact');
			if (isEmpty(id) || isNew === undefined) return undefined;
			return { id: String(id), isNew: isNew === true || String(isNew).toLowerCase() === 'true' };
		},
		look: async (startedAt) => {
			lostAt = startedAt;
			const own = (await candidates(api, wanted)).find((contact) => isOurs(contact, startedAt));
			return own && { id: String(own.ClientID), isNew: true };
		},
		keysOf: ({ id, isNew }) => (isNew ? [keyOf(api, id)] : []),
		unexpected: () => api.notWiseAgent(),
		signal: api.signal,
	});
	if (creation.isNew || lostAt === undefined) return creation;
	// The contact that is said to exist may be what the lost attempt has created.
	const contact = contactOf(await readContact(api, creation.id));
	return { ...creation, isNew: isOurs(contact, lostAt) };
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

function keyOf(api: WiseAgentClient, id: number | string): string {
	return `${api.accountKey}/contact/${id}`;
}

/** Contacts among which the one that was created would be. */
async function candidates(api: WiseAgentClient, wanted: ContactFields): Promise<Contact[]> {
	if (wanted.CEmail && isEmail(wanted.CEmail)) return await ownersOfEmail(api, wanted.CEmail);
	const phone = PHONE_FIELDS.map((field) => wanted[field] ?? '').find(isPhone);
	if (phone) return await ownersOfPhone(api, phone);
	return (await searchContacts(api, { nameQuery: String(wanted.CLast) })).map(contactOf);
}

/**
 * Reads the contact that was created, and writes what creation did not take: fields that only an update knows, and
 * those of which the documentation is not sure under which name they are taken.
 */
export async function complete(
	api: WiseAgentClient,
	id: string,
	wanted: ContactFields,
): Promise<WrittenContact> {
	const names = namesOf(wanted);
	const contact = await alone(api, `contact/${id}`, async () => {
		const raw = await readContact(api, id);
		// An assignment to the outside team may change hands before it is seen, and is not made twice.
		const { OutsideTeamAssignment: _, ...rest } = {
			...changesBetween(contactOf(raw), wanted),
			Categories: wanted.Categories,
		};
		const options = { categoriesMode: 'add', writeOnlyChanges: true } as const;
		return (await write(api, id, raw, rest, options)).contact;
	}).catch((error: unknown) => {
		throw error instanceof Failure ? incomplete(id, error) : error;
	});
	return { outcome: 'created', changedFields: names, contact };
}

/** The names of the fields that are given. */
function namesOf(wanted: ContactFields): string[] {
	return Object.entries(wanted)
		.filter(([name, value]) => name !== 'wholeAddress' && !isEmpty(value))
		.map(([name]) => name);
}

function incomplete(id: string, { message, remedy, details }: Failure): Failure {
	return new Failure(
		`Contact ${id} was created, but not with all of its fields: ${message}`,
		`${remedy ?? ''} Use "Update" with this id, or "Create or Update", to write the rest.`.trim(),
		{ ...details, contactId: id, created: true },
	);
}
