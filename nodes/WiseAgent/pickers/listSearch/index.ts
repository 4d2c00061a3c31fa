export { searchContacts } from './contacts';
export {
	searchCategories,
	searchOutsideTeam,
	searchPipelines,
	searchPrograms,
	searchSources,
	searchTeam,
	searchWebhooks,
} from './ofAccount';
export { searchCalls, searchNotes } from './ofContact';
export { searchProperties, searchTasks } from './paged';
