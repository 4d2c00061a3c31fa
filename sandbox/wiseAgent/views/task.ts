import type { SandboxSettings } from '../options';
import { memberName } from '../owners';
import type { TaskRecord } from '../records';
import type { SandboxState } from '../state';
import { NO_TIME, usDate, usTime } from '../wire/arizona';

/** A task in a list: everything is text, and what there is not has a value of its own. Source: official API page. */
export function taskView(
	state: SandboxState,
	task: Readonly<TaskRecord>,
	{ timeZone }: Pick<SandboxSettings, 'timeZone'>,
): object {
	return {
		TaskID: String(task.TaskID),
		TaskDue: task.dueOn === null ? '' : `${usDate(task.dueOn)} 12:00:00 AM`,
		Completed: String(task.completedAt !== null),
		Priority: String(task.Priority),
		Description: task.Description,
		AssignedTo: memberName(state, task.InsideTeamId),
		InsideTeamId: String(task.InsideTeamId),
		DateCreated: usTime(task.createdAt, timeZone),
		DateModified: usTime(task.modifiedAt, timeZone),
		EstimatedTime: String(task.EstimatedTime),
		CompletedDate: task.completedAt === null ? NO_TIME : usTime(task.completedAt, timeZone),
		ContactID: task.ContactID,
	};
}
