import type { IDataObject } from 'n8n-workflow';

import type { ChangeSpan, Position } from '../../../core/editor/changedSince';
import { comparePositions } from '../../../core/editor/changedSince';
import { Failure } from '../../../core/failure';
import { making } from '../../../core/operation/request';
import { FirstOf } from '../../../core/editor/firstOf';
import type { WiseAgentClient } from '../client';
import { contactOf } from '../reading/records';
import { readSteadyPages } from '../steadyPages';
import type { ContactQuery } from './contacts';
import { readContactPage, selectionOf } from './contacts';
import { updatedAt, updatedSince } from './contactsSince';

export interface ChangesQuery extends ChangeSpan {
	/** Changes of the last so many ms are not returned yet. */
	lagMs: number;
	/** All of it must apply. */
	selection: Omit<ContactQuery, 'updatedSince'>;
}

/** A contact as Wise Agent answers it, and where it is among the changes. */
export interface ChangedContact {
	contact: IDataObject;
	position: Position;
}

/**
 * Contacts by their last change, the oldest one first. Wise Agent cannot sort contacts and lists them from a time on only,
 * so all that changed since then are read, and the first are kept. A contact that changes meanwhile comes later, at its
 * new time. Throws a `Failure` when too much is deleted meanwhile to be certain that none was passed over.
 *
 * @param limit `Infinity` for all
 */
export const listChangedContacts = making(
	readContactPage,
	[],
	async (api: WiseAgentClient, query: ChangesQuery, limit: number): Promise<ChangedContact[]> => {
		const { after, before, lagMs, selection } = query;
		const { filters, isWanted = () => true } = selectionOf(selection);
		const startedAt = Date.now();
		let end: number | undefined;
		let first = new FirstOf<ChangedContact>(limit, byPosition);
		const isSteady = await readSteadyPages(
			{
				id: 'ClientID',
				readPage: async (page) => {
					const records = await readContactPage(api, { ...filters, ...updatedSince(after.at) }, page);
					// The first answer tells what the time is for Wise Agent.
					end ??= Math.min(before, api.account.serverTime(startedAt) - lagMs);
					return { records };
				},
			},
			() => {
				const kept = new FirstOf<ChangedContact>(limit, byPosition);
				first = kept;
				return (contact) => {
					const position = positionOf(contact);
					const isInSpan = comparePositions(position, after) > 0 && position.at < (end ?? 0);
					if (isInSpan && isWanted(contact)) kept.add({ contact, position });
				};
			},
		);
		if (!isSteady) throw unsteady();
		return first.all();
	},
);

function byPosition(a: ChangedContact, b: ChangedContact): number {
	return comparePositions(a.position, b.position);
}

function positionOf(raw: IDataObject): Position {
	const contact = contactOf(raw);
	return { at: updatedAt(contact), id: String(contact.ClientID) };
}

function unsteady(): Failure {
	return new Failure(
		'Contacts moved or were deleted while their pages were read, each of five times',
		'Nothing was returned, because a contact may have been passed over. Run the item again with the same "Cursor", at a time when less is changed.',
	);
}
