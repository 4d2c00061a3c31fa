import type { LocationRecord } from '../state/records';
import type { SandboxState } from '../state/state';
import type { AppRecord, Holder } from './records';
import { appIdOf, installId } from './records';

/** What a person decides on the consent page. */
export interface Consent {
	app: Readonly<AppRecord>;
	/** Null for the whole agency. */
	locationId: string | null;
	scopes: readonly string[];
}

/** Who let which app in. */
export class Installs {
	constructor(private readonly state: SandboxState) {}

	/** Installs the app as a person's consent does; for the agency, on all of its locations.
	 * @returns whom tokens of this consent speak for
	 * @throws Error when there is no such location */
	add({ app, locationId, scopes }: Consent): Holder {
		const companyId = this.companyOf(locationId);
		const holder = {
			clientId: app.clientId,
			companyId,
			locationId,
			scopes,
			userId: this.personOf(locationId),
		};
		this.record(holder);
		if (locationId === null) {
			for (const { id } of this.state.locations.inGroup(companyId)) {
				this.record({ ...holder, locationId: id, userId: this.personOf(id) });
			}
		}
		return holder;
	}

	/** Takes the app away from a location, or (`null`) from the agency and all its locations, with codes and tokens.
	 * @throws Error when there is no such location */
	remove(app: Readonly<AppRecord>, locationId: string | null): void {
		const companyId = this.companyOf(locationId);
		const gone = (owner: { companyId: string; locationId: string | null }) =>
			owner.companyId === companyId && (locationId === null || owner.locationId === locationId);
		const { tokens, codes, refreshTokens, installs } = this.state;
		for (const [key, token] of tokens) if (token.app === app.clientId && gone(token)) tokens.delete(key);
		for (const grants of [codes, refreshTokens]) {
			for (const [key, grant] of grants) {
				if (grant.clientId === app.clientId && gone(grant)) grants.delete(key);
			}
		}
		for (const [key, install] of installs) {
			if (install.appId === appIdOf(app.clientId) && gone(install)) installs.delete(key);
		}
	}

	/** Whether the app is installed on a location. */
	has(appId: string, locationId: string): boolean {
		return this.state.installs.has(installId(appId, locationId));
	}

	/** The person who clicks: the first user of the location, else the first one there is. */
	personOf(locationId: string | null): string {
		const users = [...this.state.users.values()];
		const own = users.find(({ locationIds }) => locationId !== null && locationIds.includes(locationId));
		return (own ?? users[0])?.id ?? '';
	}

	/** The sandbox has one agency. */
	private companyOf(locationId: string | null): string {
		const [first] = this.state.locations.values();
		const location: Readonly<LocationRecord> | undefined =
			locationId === null ? first : this.state.locations.get(locationId);
		if (!location) throw new Error(`The sandbox has no location ${locationId ?? ''}`);
		return location.companyId;
	}

	private record({ clientId, companyId, locationId, userId }: Holder): void {
		const appId = appIdOf(clientId);
		const id = installId(appId, locationId ?? companyId);
		const installedAt = this.state.clock.nextIso();
		this.state.installs.set(id, { id, appId, companyId, locationId, userId, installedAt });
	}
}
