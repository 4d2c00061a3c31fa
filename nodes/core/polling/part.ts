import type { IDataObject } from 'n8n-workflow';

import { Marks } from './marks';

/** As it is stored: text alone, since n8n watches every object in its static data. */
export interface StoredPart {
	head?: string;
	marks: string;
}

/** One kind of records as a poll trigger remembers it. */
export class Part<Head extends object = IDataObject> {
	readonly marks: Marks;
	private headText: string | undefined;
	private headBefore: string | undefined;

	constructor(stored?: StoredPart) {
		this.headText = stored?.head;
		this.headBefore = stored?.head;
		this.marks = new Marks(stored?.marks);
	}

	/** What is remembered of all of them together; `undefined` when polling for them has not begun. */
	get head(): Head | undefined {
		return this.headText === undefined ? undefined : (JSON.parse(this.headText) as Head);
	}

	set head(head: Head) {
		this.headText = JSON.stringify(head);
	}

	toStored(): StoredPart {
		return storedPart(this.headText, this.marks.toText());
	}

	/** What brings back the part as it was before this poll; `undefined` when nothing has changed. */
	changes(): StoredPart | undefined {
		const changes = this.marks.changes();
		if (changes === '' && this.headBefore === this.headText) return undefined;
		return storedPart(this.headBefore, changes);
	}

	takeBack(changes: StoredPart): void {
		this.headText = changes.head;
		this.marks.takeBack(changes.marks);
		this.confirm();
	}

	/** What was changed until now is not taken back any more. */
	confirm(): void {
		this.headBefore = this.headText;
		this.marks.confirm();
	}
}

function storedPart(head: string | undefined, marks: string): StoredPart {
	return head === undefined ? { marks } : { head, marks };
}
