import type { Pace } from '../../nodes/core/account/pace';
import { Accounts, useAccounts } from '../../nodes/core/account/registry';

/** What is changed of how requests follow each other; parts that are left out stay as they are. */
export type PaceChange = {
	[Part in keyof Pace]?: Pace[Part] extends readonly unknown[] | number ? Pace[Part] : Partial<Pace[Part]>;
};

interface Changed {
	change: PaceChange;
	service: string | undefined;
}

const changes: Changed[] = [];

/**
 * Forgets all accounts, as a new process does, and has those that come wait less.
 *
 * @param service all of them unless told
 * @returns what takes this change back
 */
export function pace(change: PaceChange, service?: string): () => void {
	const changed = { change, service };
	changes.push(changed);
	renew();
	return () => {
		changes.splice(changes.indexOf(changed), 1);
		renew();
	};
}

function renew(): void {
	useAccounts(new Accounts(changedPace));
}

function changedPace(usual: Pace, name: string): Pace {
	return changes
		.filter(({ service }) => service === undefined || service === name)
		.reduce((paced, { change }) => merged(paced, change), usual);
}

function merged(usual: Pace, { rateLimit, backoff, refused, ...rest }: PaceChange): Pace {
	return {
		...usual,
		...rest,
		rateLimit: { ...usual.rateLimit, ...rateLimit },
		backoff: { ...usual.backoff, ...backoff },
		refused: { ...usual.refused, ...refused },
	};
}
