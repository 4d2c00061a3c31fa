import { missing, wrongInput } from './errors';

/**
 * The body of a request, read as Xano reads it: what an endpoint does not know is ignored, numbers pass for text,
 * and the first parameter that is missing or of a wrong kind is refused.
 */
export class Input {
	constructor(private readonly fields: Readonly<Record<string, unknown>>) {}

	/** @throws Rejection when it is missing or empty */
	requiredText(name: string): string {
		const text = this.text(name);
		if (text === '') throw missing(name);
		return text;
	}

	/** Empty where it is missing. */
	text(name: string): string {
		const value = this.fields[name];
		if (value === undefined || value === null) return '';
		if (typeof value === 'string') return value;
		if (typeof value === 'number') return String(value);
		throw wrongInput(name, 'text');
	}

	flag(name: string): boolean {
		const value = this.fields[name] ?? false;
		if (typeof value !== 'boolean') throw wrongInput(name, 'a boolean');
		return value;
	}

	/** Undefined where it is missing. */
	integer(name: string): number | undefined {
		const value = this.fields[name];
		if (value === undefined || value === null || value === '') return undefined;
		const number = Number(value);
		if (!Number.isInteger(number)) throw wrongInput(name, 'an integer');
		return number;
	}

	/** A list of texts without empty ones and repetitions; empty where it is missing. */
	texts(name: string): string[] {
		const value = this.fields[name] ?? [];
		if (!Array.isArray(value) || value.some((item) => typeof item !== 'string')) {
			throw wrongInput(name, 'a list of texts');
		}
		return [...new Set((value as string[]).filter((item) => item !== ''))];
	}

	/** Undefined where it is missing. */
	object(name: string): Input | undefined {
		const value = this.fields[name];
		if (value === undefined || value === null) return undefined;
		if (typeof value !== 'object' || Array.isArray(value)) throw wrongInput(name, 'an object');
		return new Input(value as Record<string, unknown>);
	}

	/** @throws Rejection when it is missing */
	requiredObject(name: string): Input {
		const object = this.object(name);
		if (!object) throw missing(name);
		return object;
	}

	has(name: string): boolean {
		return this.fields[name] !== undefined;
	}

	get names(): string[] {
		return Object.keys(this.fields);
	}
}
