import type { SandboxSettings } from '../options';
import type { NoteRecord } from '../records';
import type { SandboxState } from '../state';
import { usTime } from '../wire/arizona';
import { NestedJson } from '../wire/writeJson';

/** A note as getContactNotes answers it. Source: official API page; how it shows a vendor's id is not documented. */
export function noteView(
	state: SandboxState,
	note: Readonly<NoteRecord>,
	{ timeZone }: Pick<SandboxSettings, 'timeZone'>,
): object {
	const { NoteID, owner, Subject, Note, notedAt, lockedAt, InsideTeamId } = note;
	return {
		NoteID,
		ClientID: owner.startsWith('V') ? owner : Number(owner),
		Subject,
		Note,
		NoteDate: usTime(notedAt, timeZone),
		Locked: lockedAt === null ? 0 : 1,
		LockDate: lockedAt === null ? null : usTime(lockedAt, timeZone),
		insideteamid: InsideTeamId,
		Categories: new NestedJson(
			note.Categories.map((name) => ({ tagName: name.toLowerCase(), name, catID: categoryId(state, name) })),
		),
	};
}

function categoryId(state: SandboxState, wanted: string): number {
	for (const { id, name } of state.categories.values()) if (name === wanted) return id;
	return 0;
}
