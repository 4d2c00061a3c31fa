import { MovableClock } from '../../../sandbox/whatsAble/clock';

const started: MovableClock[] = [];
afterEach(() => started.splice(0).forEach((clock) => clock.close()));

function clockAt(startAtMs: number, stopped = true): MovableClock {
	const clock = new MovableClock(startAtMs, stopped);
	started.push(clock);
	return clock;
}

test('what is due is done in its order, each at its own time, when the clock jumps over it', () => {
	const clock = clockAt(1000);
	const done: Array<[string, number]> = [];
	const note = (name: string) => () => done.push([name, clock.nowMs]);
	clock.at(3000, note('later'));
	clock.at(2000, note('sooner'));
	clock.at(9000, note('not yet'));
	clock.advance(4000);
	expect(done).toEqual([
		['sooner', 2000],
		['later', 3000],
	]);
	expect(clock.nowMs).toBe(5000);
});

test('what follows from what is done is done too when it is due by then', () => {
	const clock = clockAt(0);
	const done: number[] = [];
	const repeat = () => {
		done.push(clock.nowMs);
		if (done.length < 5) clock.at(clock.nowMs + 10, repeat);
	};
	clock.at(10, repeat);
	clock.advance(30);
	expect(done).toEqual([10, 20, 30]);
});

test('a running clock does by itself what is due, and is not before the time it was moved to', async () => {
	const clock = clockAt(5_000_000, false);
	const done = new Promise<number>((resolve) => clock.at(5_000_020, () => resolve(clock.nowMs)));
	expect(await done).toBe(5_000_020);
	clock.advance(3_600_000);
	expect(clock.nowMs).toBeGreaterThanOrEqual(8_600_000);
});

test('nothing is done after the end', () => {
	const clock = clockAt(0);
	const done = vi.fn();
	clock.at(10, done);
	clock.close();
	clock.at(20, done);
	clock.advance(100);
	expect(done).not.toHaveBeenCalled();
});
