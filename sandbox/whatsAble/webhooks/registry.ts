import type { SandboxSettings } from '../options';
import type { Product, RegistrationRecord } from '../records';
import type { WhatsAbleState } from '../state';

type Wanted = Pick<RegistrationRecord, 'product' | 'source' | 'url' | 'incoming' | 'outgoing'>;

/** What a person enters under Developer, Incoming Webhooks. */
export interface DashboardWebhook {
	url: string;
	/** Both by default. */
	incoming?: boolean;
	outgoing?: boolean;
	/** Whether deliveries bear X-Webhook-Signature; not by default. */
	signed?: boolean;
}

/** Keeps the addresses that message webhooks go to. */
export class Registry {
	constructor(
		private readonly state: WhatsAbleState,
		private readonly settings: SandboxSettings,
	) {}

	/** Registers as a program with a key does: by the settings, an earlier registration of the same kind goes. */
	register(wanted: Wanted): Readonly<RegistrationRecord> {
		if (this.settings.webhooks.secondRegistration === 'replaces') {
			for (const { id, product, source } of [...this.state.registrations.values()]) {
				if (product === wanted.product && source === wanted.source) this.remove(id);
			}
		}
		return this.store({ ...wanted, signature: null });
	}

	/** Adds an address as the dashboard does.
	 * @throws Error when it has the address already, or it is none */
	add({
		url,
		incoming = true,
		outgoing = true,
		signed = false,
	}: DashboardWebhook): Readonly<RegistrationRecord> {
		if (!isAddress(url)) throw new Error(`Webhooks cannot be sent to ${JSON.stringify(url)}`);
		// Source: public page on message webhooks.
		const isKnown = this.list().some((known) => known.source === 'dashboard' && known.url === url);
		if (isKnown) throw new Error('Same webhook exist');
		const signature = signed ? this.state.home.signature : null;
		const product: Product = 'notifyer';
		return this.store({ product, source: 'dashboard', url, incoming, outgoing, signature });
	}

	/** Removes an address as the dashboard can; a key cannot.
	 * @returns whether there was one */
	remove(id: number): boolean {
		return this.state.registrations.delete(String(id));
	}

	list(): Array<Readonly<RegistrationRecord>> {
		return [...this.state.registrations.values()];
	}

	private store(fields: Omit<RegistrationRecord, 'id' | 'createdAtMs'>): Readonly<RegistrationRecord> {
		const registration = { ...fields, id: this.state.newNumber(), createdAtMs: this.state.clock.nowMs };
		this.state.registrations.set(String(registration.id), registration);
		return registration;
	}
}

export function isAddress(url: string): boolean {
	return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
