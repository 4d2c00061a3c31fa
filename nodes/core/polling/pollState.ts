import { ownValue } from '../values/ownValue';
import type { StoredPart } from './part';
import { Part } from './part';

/** As it is kept in n8n's static data. */
export interface StoredState {
	layout: number;
	/** Whose records it is about. */
	place: string;
	/** How many batches were handed over. */
	batch: number;
	parts: Record<string, StoredPart>;
	/** What brings the parts back to how they were before the last batch, where that may be needed. */
	before?: Record<string, StoredPart>;
}

/** Changes when what is stored is to be understood differently: the trigger then begins anew. */
const LAYOUT = 1;

/**
 * What a poll trigger remembers from poll to poll. It is read from n8n's static data, changed during a poll, and
 * stored when everything has succeeded; parts that a poll does not ask for are forgotten.
 */
export class PollState {
	private readonly stored: StoredState | undefined;
	private readonly parts = new Map<string, Part>();

	/** @param stored what is remembered of another place, or in another layout, counts as nothing */
	constructor(
		private readonly place: string,
		stored?: StoredState,
	) {
		this.stored = stored?.layout === LAYOUT && stored.place === place ? stored : undefined;
	}

	/** Whether there was a poll before. */
	get isBegun(): boolean {
		return this.stored !== undefined;
	}

	/** How many batches were handed over. */
	get batch(): number {
		return this.stored?.batch ?? 0;
	}

	part<Head extends object>(name: string): Part<Head> {
		const part = this.parts.get(name) ?? new Part(ownValue(this.stored?.parts, name));
		this.parts.set(name, part);
		return part as unknown as Part<Head>;
	}

	/** Brings everything back to how it was before the last batch, as far as that is stored. */
	takeBackLastBatch(): void {
		for (const [name, changes] of Object.entries(this.stored?.before ?? {})) {
			this.part(name).takeBack(changes);
		}
	}

	/**
	 * @param handsOver whether the poll hands a batch over
	 * @param keepsBefore whether to store what is needed to take the batch back
	 */
	toStored(handsOver: boolean, keepsBefore: boolean): StoredState {
		const parts = new Map<string, StoredPart>();
		const before = new Map<string, StoredPart>();
		for (const [name, part] of this.parts) {
			parts.set(name, part.toStored());
			const changes = handsOver && keepsBefore ? part.changes() : undefined;
			if (changes) before.set(name, changes);
		}
		return {
			layout: LAYOUT,
			place: this.place,
			batch: this.batch + (handsOver ? 1 : 0),
			parts: Object.fromEntries(parts),
			...(handsOver && keepsBefore ? { before: Object.fromEntries(before) } : {}),
		};
	}
}
