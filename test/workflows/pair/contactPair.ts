import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import type { WiseAgentSandbox } from '../../../sandbox/wiseAgent';
import { byId, DEMO, runOperation } from '../../support/highLevel';
import { succeeds } from '../../support/wiseAgent';

export type Side = 'highLevel' | 'wiseAgent';

/** Names of the fields that are synced: in HighLevel, and in Wise Agent. */
export const FIELDS = [
	['firstName', 'CFirst'],
	['lastName', 'CLast'],
	['email', 'CEmail'],
	['phone', 'MobilePhone'],
	['companyName', 'Company'],
	['city', 'City'],
	['postalCode', 'Zip'],
] as const;

const LINK_FIELD = 'Wise Agent ID';

/** What a workflow stores for each pair of contacts between its executions. */
interface Row {
	synced: Record<Side, unknown>;
	read: Record<Side, IDataObject | undefined>;
}

const NOTHING_YET = { synced: {}, read: {} } as unknown as Row;

export interface WriteResult extends IDataObject {
	outcome: string;
	changedFields: string[];
	changes: Record<string, { from?: unknown; to: unknown; lost?: unknown }>;
}

/**
 * Two-way sync of contacts as workflows do it: read the record that changed, map its fields, create or update the
 * counterpart with what was last synced, and store what that returns.
 */
export class ContactPair {
	/** By the ID in HighLevel. */
	private readonly rows = new Map<string, Row>();

	/**
	 * @param rules per system that is written to
	 */
	constructor(
		private readonly highLevel: HighLevelSandbox,
		private readonly wiseAgent: WiseAgentSandbox,
		private readonly rules: Record<Side, string> = {
			highLevel: 'lastWriteWins',
			wiseAgent: 'lastWriteWins',
		},
	) {}

	/** Creates the custom field that links contacts of HighLevel, as a workflow does when it is published. */
	async setUp(): Promise<void> {
		const run = await runOperation(this.highLevel, 'customField.createIfMissing', {
			parameters: { name: LINK_FIELD, dataType: 'TEXT' },
		});
		expect(run.error).toBeUndefined();
	}

	/** Takes a contact of HighLevel to Wise Agent. */
	async toWiseAgent(contactId: string): Promise<WriteResult> {
		const contact = await this.readHighLevel(contactId);
		const row = this.rowOf(contactId);
		const named = (contact.customFieldValues ?? {}) as IDataObject;
		const [written] = await succeeds(this.wiseAgent, 'contact.upsert', {
			parameters: {
				matchBy: 'clientIdEmailPhone',
				clientId: named[LINK_FIELD] ?? '',
				externalId: contactId,
				...this.mapped(contact, 0, 1, ['CFirst', 'CLast', 'CEmail', 'MobilePhone']),
				Source: { __rl: true, mode: 'name', value: 'HighLevel' },
				options: {
					...this.syncOptions(row, 'wiseAgent', contact.dateUpdated),
					clearWhenEmpty: ['Company', 'City', 'Zip'],
				},
			},
		});
		const result = written as WriteResult;
		const clientId = String(written?.ClientID);
		if (named[LINK_FIELD] !== clientId) await this.linkHighLevel(contactId, clientId);
		this.store(contactId, row, 'wiseAgent', result, contact);
		return result;
	}

	/** What is stored for a contact of Wise Agent. */
	storedFor(clientId: string): Row {
		const known = [...this.rows.values()].find(({ read }) => String(read.wiseAgent?.ClientID) === clientId);
		return known ?? NOTHING_YET;
	}

	/**
	 * Takes a contact of Wise Agent to HighLevel.
	 *
	 * @param row as the execution has read it
	 */
	async toHighLevel(clientId: string, row = this.storedFor(clientId)): Promise<WriteResult> {
		const [contact = {}] = await succeeds(this.wiseAgent, 'contact.get', {
			parameters: { contactId: byId(clientId) },
		});
		const run = await runOperation(this.highLevel, 'contact.upsert', {
			parameters: {
				matchBy: 'externalIdEmailPhone',
				externalIdField: { __rl: true, mode: 'name', value: LINK_FIELD },
				externalId: clientId,
				...this.mapped(contact, 1, 0, ['firstName', 'lastName', 'email', 'phone']),
				options: {
					...this.syncOptions(row, 'highLevel', contact.DateUpdatedUTC),
					clearWhenEmpty: ['companyName', 'city', 'postalCode'],
				},
			},
		});
		expect(run.error).toBeUndefined();
		const result = run.items[0]?.json as WriteResult;
		await succeeds(this.wiseAgent, 'contact.setCustomData', {
			parameters: { contactId: byId(clientId), Key: 'HighLevel ID', Value: result.id },
		});
		this.store(String(result.id), row, 'highLevel', result, contact);
		return result;
	}

	private async readHighLevel(contactId: string): Promise<IDataObject> {
		const run = await runOperation(this.highLevel, 'contact.get', {
			parameters: { contactId: byId(contactId), simplify: false },
		});
		expect(run.error).toBeUndefined();
		return run.items[0]?.json ?? {};
	}

	private async linkHighLevel(contactId: string, clientId: string): Promise<void> {
		const run = await runOperation(this.highLevel, 'contact.update', {
			parameters: {
				contactId: byId(contactId),
				updateFields: {
					externalIdField: { __rl: true, mode: 'name', value: LINK_FIELD },
					externalId: clientId,
				},
			},
		});
		expect(run.error).toBeUndefined();
	}

	private rowOf(contactId: string): Row {
		return this.rows.get(contactId) ?? NOTHING_YET;
	}

	private store(contactId: string, row: Row, target: Side, result: WriteResult, source: IDataObject): void {
		const other: Side = target === 'highLevel' ? 'wiseAgent' : 'highLevel';
		const latest = this.rows.get(contactId) ?? row;
		this.rows.set(contactId, {
			synced: { ...latest.synced, [target]: result.synced },
			read: { ...latest.read, [other]: source },
		});
	}

	private syncOptions({ synced, read }: Row, target: Side, changedAt: unknown): IDataObject {
		return {
			lastSynced: JSON.stringify(synced[target] ?? null),
			lastRead: JSON.stringify(read[target] ?? null),
			conflict: this.rules[target],
			sourceChangedAt: changedAt as string,
		};
	}

	private mapped(source: IDataObject, from: 0 | 1, to: 0 | 1, topLevel: string[]): IDataObject {
		const entries = FIELDS.map((names) => [names[to], source[names[from]] ?? ''] as const);
		const isTop = ([name]: readonly [string, unknown]) => topLevel.includes(name);
		return {
			...Object.fromEntries(entries.filter(isTop)),
			additionalFields: Object.fromEntries(entries.filter((entry) => !isTop(entry))),
		};
	}
}

/** The fields that are synced, of both sides, under the names of HighLevel. */
export function bothSides(
	highLevel: HighLevelSandbox,
	wiseAgent: WiseAgentSandbox,
	contactId: string,
	clientId: string,
): Array<Record<string, string>> {
	const ofHighLevel = highLevel.state.contacts
		.inGroup(DEMO.locationId)
		.find(({ id }) => id === contactId) as unknown as IDataObject;
	const ofWiseAgent = wiseAgent.state.contacts.get(clientId) as unknown as IDataObject;
	const shown = (source: IDataObject, side: 0 | 1) =>
		Object.fromEntries(FIELDS.map((names) => [names[0], plain(names[0], String(source[names[side]] ?? ''))]));
	return [shown(ofHighLevel, 0), shown(ofWiseAgent, 1)];
}

/** Phones are the same in every spelling. */
function plain(name: string, value: string): string {
	return name === 'phone' ? value.replace(/\D/g, '').slice(-10) : value;
}
