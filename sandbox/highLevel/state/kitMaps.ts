import { RecordMap } from '../../shared/recordMap';
import type { Kept } from '../kit/resource';
import type { RecordNamed, ResourceName } from '../resources';
import { EVERY_RESOURCE } from '../resources';
import type { SearchLag } from '../search/lag';

type Maps = { readonly [Name in ResourceName]: RecordMap<RecordNamed<Name>> };
type AnyMaps = Record<ResourceName, RecordMap<Kept>>;

/** One map per kind of record that the kit makes, by its name in the index of the resources. */
const MapsByName = class {
	constructor() {
		for (const [name, { under }] of EVERY_RESOURCE) {
			const map = new RecordMap<Kept>((record) => String(record[under]));
			Object.assign(this, { [name]: map });
		}
	}
} as new () => Maps;

/** The part of the store that follows from the resources alone. */
export class KitMaps extends MapsByName {
	/** What searches see of the kinds that they look for. */
	private readonly searched = new Map<ResourceName, RecordMap<Kept>>();
	private searchLag?: SearchLag;

	/** The records of a searched kind under what their resource says, as searches see them: they lag behind. */
	found<Name extends ResourceName>(name: Name, under: string): Array<Readonly<RecordNamed<Name>>> {
		this.searchLag?.refresh();
		return (this.searched.get(name)?.inGroup(under) ?? []) as Array<Readonly<RecordNamed<Name>>>;
	}

	/** The maps, by name. */
	protected kitMaps(): Record<string, RecordMap<Kept>> {
		return Object.fromEntries(EVERY_RESOURCE.map(([name]) => [name, this.any[name]]));
	}

	protected followSearched(
		lag: SearchLag,
		changed: (
			name: string,
			before: Readonly<object> | undefined,
			after: Readonly<object> | undefined,
		) => void,
	): void {
		this.searchLag = lag;
		for (const [name, { under, searched }] of EVERY_RESOURCE) {
			if (!searched) continue;
			const seen = new RecordMap<Kept>((record) => String(record[under as keyof Kept]));
			this.searched.set(name, seen);
			this.any[name].onChange = (before, after) => {
				lag.publish(() => (after ? seen.set(after.id, { ...after }) : before && seen.delete(before.id)));
				changed(name, before, after);
			};
		}
	}

	/** Stores a record with what its kind is empty of, and its times.
	 * @param now ISO 8601 */
	protected keep<Name extends ResourceName>(
		name: Name,
		fields: Partial<RecordNamed<Name>>,
		now: string,
	): Readonly<RecordNamed<Name>> {
		const { empty, stamps = [] } = resourceNamed(name);
		const times = Object.fromEntries(stamps.map((stamp) => [stamp, now]));
		const record = { ...empty, ...times, ...fields } as Kept;
		this.any[name].set(record.id, record);
		return record as RecordNamed<Name>;
	}

	protected rewrite<Name extends ResourceName>(
		name: Name,
		id: string,
		changes: Partial<RecordNamed<Name>>,
		now: string,
	): Readonly<RecordNamed<Name>> {
		const before = this.any[name].get(id);
		if (!before) throw new Error(`The sandbox has no record ${id} among its ${name}`);
		const [, updated] = resourceNamed(name).stamps ?? [];
		const after = { ...before, ...(updated ? { [updated]: now } : {}), ...changes };
		this.any[name].set(id, after);
		return after as unknown as RecordNamed<Name>;
	}

	/** Deletes what goes with a contact. */
	protected removeOfContact(contactId: string): void {
		for (const [name, { ofContact, under }] of EVERY_RESOURCE) {
			if (!ofContact) continue;
			const map = this.any[name];
			const near = String(under) === 'contactId' ? map.inGroup(contactId) : [...map.values()];
			const own = near.filter((record) => (record as { contactId?: string }).contactId === contactId);
			for (const { id } of own) map.delete(id);
		}
	}

	private get any(): AnyMaps {
		return this as unknown as AnyMaps;
	}
}

function resourceNamed(name: ResourceName) {
	const found = EVERY_RESOURCE.find(([own]) => own === name);
	if (!found) throw new Error(`There is no resource ${name}`);
	return found[1];
}
