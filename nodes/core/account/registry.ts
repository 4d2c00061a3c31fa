import { Account } from './account';
import type { Pace } from './pace';

/** A service, as its accounts are kept. */
export interface Service {
	/** As in texts: "HighLevel". */
	name: string;
	pace: Pace;
}

/** The accounts that a process has to do with, of all services. */
export class Accounts {
	private readonly accounts = new Map<string, Account>();

	/** @param changed the pace in place of the service's own, for tests that cannot wait as long */
	constructor(private readonly changed: (pace: Pace, service: string) => Pace = (pace) => pace) {}

	/** @param key names the account among those of the service; holds no secret */
	of(service: Service, key: string): Account {
		const name = `${service.name} ${key}`;
		let account = this.accounts.get(name);
		if (!account) {
			account = new Account(key, this.paceOf(service));
			this.accounts.set(name, account);
		}
		return account;
	}

	paceOf({ name, pace }: Service): Pace {
		return this.changed(pace, name);
	}

	list(): Account[] {
		return [...this.accounts.values()];
	}

	/** Forgets all accounts; what is under way goes on with what it has. */
	clear(): void {
		this.accounts.clear();
	}
}

let accounts = new Accounts();

/** The one registry of this process: all executions share it. */
export function allAccounts(): Accounts {
	return accounts;
}

/** Puts another registry in place of this process's, as a new process would have it. */
export function useAccounts(others: Accounts): void {
	accounts = others;
}
