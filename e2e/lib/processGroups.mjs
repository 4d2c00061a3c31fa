import { spawnSync } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';

/** Ids of the running processes of some groups: of programs that lead one, and of what these have started. @param {number[]} groups */
export function processesOf(groups) {
	const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,pgid=,stat='], { encoding: 'utf8' });
	const processes = stdout
		.trim()
		.split('\n')
		.map((line) => line.trim().split(/\s+/));
	return (
		processes
			// One that has ended is listed until its parent has taken note.
			.filter(([, group, state]) => groups.includes(Number(group)) && !state.startsWith('Z'))
			.map(([pid]) => Number(pid))
	);
}

/** Waits until no process of these groups is left. @throws {Error} when some go on */
export async function groupsGone(groups, { withinMs = 20_000 } = {}) {
	const deadline = Date.now() + withinMs;
	for (;;) {
		const left = processesOf(groups);
		if (left.length === 0) return;
		if (Date.now() > deadline) throw new Error(`These processes go on: ${left.join(', ')}`);
		await setTimeout(100);
	}
}
