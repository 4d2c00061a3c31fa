import type { FailureDetails } from '../failure';
import { Failure, unknownShape } from '../failure';

/** What was done before something else failed. */
export interface Done {
	/** As in texts: "Property 5 was created". */
	what: string;
	/** What is missing then; "but cannot be shown" unless told. */
	missing?: string;
	/** What to do now; unless told, not to create a second one, or to go on. */
	advice?: string;
	/** Such as `created: true` or `updated: true`, and the id of the record. */
	details: FailureDetails;
}

/** Runs what follows something that was done, such as reading the record: a failure of it says what was done. */
export async function afterDone<T>(done: Done, work: () => Promise<T>): Promise<T> {
	return await work().catch((error: unknown) => {
		const failure = unknownShape(error) ?? error;
		throw failure instanceof Failure ? doneBut(done, failure) : error;
	});
}

/** The failure of something that followed, as one that says first what was done. */
export function doneBut({ what, missing, advice, details }: Done, failure: Failure): Failure {
	const { message, remedy, details: own } = failure;
	const isByService = own.httpCode !== undefined && own.httpCode >= 400 && own.httpCode < 500;
	const isRefusal = isByService || own.field !== undefined;
	const next =
		advice ??
		(details.created
			? 'Do not run this item again: that would create a second one.'
			: 'Running this item again does no harm.');
	// That nothing was changed, and that the item should run again, would be said of what followed alone.
	const remedies = isRefusal && remedy && !/^Nothing /.test(remedy) ? [next, remedy] : [next];
	return new Failure(`${what}, ${missing ?? 'but cannot be shown'}: ${message}`, remedies.join(' '), {
		...own,
		...details,
	});
}
