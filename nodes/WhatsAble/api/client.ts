import type { IDataObject } from 'n8n-workflow';

import type { Account } from '../../core/account/account';
import { Failure } from '../../core/failure';
import type { Answer } from '../../core/sending/http';
import { isObject } from '../../core/values/objects';
import type { Access } from './access';
import type { Endpoint, Product } from './endpoints';
import { ENDPOINTS, isProduct } from './endpoints';
import { failureOf, isAboutKey, isPage } from './responses/errors';
import type { Call, ClientOptions } from './transport';
import { Transport } from './transport';
import type { WritingEndpoint } from './responses/successes';
import { saysSuccess } from './responses/successes';
import { perhapsDone, unclear } from './responses/unknownResult';

/** What the key check answers for a key. */
export interface KeyCheck extends IDataObject {
	success: boolean;
	/** A word that is none of the products is passed on. */
	product?: Product;
	message?: string;
}

/**
 * Talks to WhatsAble for one item: keeps a pace, repeats what may be repeated, and turns refusals into a `Failure`,
 * also those that come with status 200. Bodies are WhatsAble's JSON as it is.
 */
export class WhatsAbleClient {
	private readonly transport: Transport;

	constructor(
		readonly access: Access,
		readonly options: ClientOptions,
	) {
		this.transport = new Transport(access, options);
	}

	get account(): Account {
		return this.access.account;
	}

	/**
	 * Runs `work` when everything that was begun earlier for this person has ended, so that messages arrive in the order
	 * of the items, and changes of a contact are not mixed.
	 *
	 * @param phone E.164
	 */
	async inTurn<T>(phone: string, work: () => Promise<T>): Promise<T> {
		return await this.account.forPerson({ phones: [phone] }, work, this.options.signal);
	}

	/** A response of whatever shape; what is no JSON is asked for again. */
	async get(endpoint: Endpoint): Promise<unknown> {
		const call: Call = { method: 'GET', endpoint };
		const { status, body } = await this.accepted(call);
		if (typeof body === 'object') return body;
		throw this.notWhatsAble(endpoint, status);
	}

	/** A change of a contact, which done twice is the same as once. */
	async changeContact(endpoint: WritingEndpoint, body: IDataObject): Promise<IDataObject> {
		return await this.write(endpoint, { method: 'PUT', body, purpose: 'contact' });
	}

	/** The same for an address that webhooks go to. */
	async register(endpoint: WritingEndpoint, body: IDataObject): Promise<IDataObject> {
		return await this.write(endpoint, { method: 'POST', body, purpose: 'webhook' });
	}

	/**
	 * Sends or schedules a message. When the answer is lost, or does not say clearly that the message was taken, it ends
	 * with "may have been sent".
	 */
	async send(endpoint: WritingEndpoint, body: IDataObject): Promise<IDataObject> {
		return await this.write(endpoint, { method: 'POST', body, purpose: 'message' });
	}

	/** Which product the key belongs to. A key that WhatsAble does not know is an answer as well. */
	async checkKey(): Promise<KeyCheck> {
		const call: Call = { method: 'GET', endpoint: ENDPOINTS.keyCheck };
		const answer = await this.transport.answerTo(call);
		const { status, body } = answer;
		const isRedirect = status >= 300 && status < 400;
		if (isObject(body) && typeof body.success === 'boolean' && !isRedirect) return body as KeyCheck;
		const refused = isRedirect ? undefined : this.transport.refusalIn(answer);
		if (refused) throw failureOf(refused, {});
		throw this.notWhatsAble(call.endpoint, status);
	}

	/** For an answer that WhatsAble would not give. */
	notWhatsAble(endpoint: Endpoint, status = 200): Failure {
		return this.transport.notWhatsAble(endpoint, status);
	}

	private async write(name: WritingEndpoint, asked: Omit<Call, 'endpoint'>): Promise<IDataObject> {
		const endpoint = ENDPOINTS[name];
		const { purpose = 'message' } = asked;
		const { status, body } = await this.accepted({ ...asked, endpoint });
		if (saysSuccess(name, body, asked.body)) return body;
		throw unclear(purpose, status, this.transport.readable(body));
	}

	/** An answer with a status of success that refuses nothing. */
	private async accepted(call: Call): Promise<Answer> {
		const { endpoint, purpose } = call;
		const answer = await this.transport.answerTo(call);
		const { status, body } = answer;
		if (isPage(body) || (status >= 300 && status < 400)) {
			const failure = this.notWhatsAble(endpoint, status);
			throw purpose && status < 400 ? perhapsDone(purpose, failure) : failure;
		}
		const refused = this.transport.refusalIn(answer);
		if (!refused) return answer;
		const { product } = endpoint;
		const keyProduct = isAboutKey(refused) ? await this.productOfKey() : undefined;
		throw failureOf(refused, { product, keyProduct });
	}

	/** `unknown` for a key that WhatsAble does not know, `undefined` when that cannot be found out now. */
	private async productOfKey(): Promise<Product | 'unknown' | undefined> {
		const check = this.checkKey().catch((error: unknown) => {
			if (!(error instanceof Failure)) throw error;
		});
		const { success, product } = (await check) ?? {};
		if (success === false) return 'unknown';
		return isProduct(product) ? product : undefined;
	}
}
