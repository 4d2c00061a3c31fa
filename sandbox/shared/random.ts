const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/**
 * A small seeded generator (mulberry32), so that a run of the sandbox can be repeated exactly.
 * Not for secrets: its output is predictable by design.
 */
export class SeededRandom {
	private state: number;

	constructor(seed: number) {
		this.state = seed >>> 0;
	}

	/** A number in [0, 1). */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let mixed = this.state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}

	/** One of `choices`, which must not be empty. */
	pick<T>(choices: readonly T[]): T {
		return choices[Math.floor(this.next() * choices.length)] as T;
	}

	/** An identifier of letters and digits; 20 of them is the length that HighLevel uses. */
	id(length = 20): string {
		let id = '';
		for (let index = 0; index < length; index++) id += ALPHABET[Math.floor(this.next() * ALPHABET.length)];
		return id;
	}

	/** A string of hexadecimal digits. */
	hex(length: number): string {
		let digits = '';
		for (let index = 0; index < length; index++) digits += Math.floor(this.next() * 16).toString(16);
		return digits;
	}

	/** The position in the sequence, to carry on from there after a restart. */
	get position(): number {
		return this.state;
	}

	set position(position: number) {
		this.state = position >>> 0;
	}
}
