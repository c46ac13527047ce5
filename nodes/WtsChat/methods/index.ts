import { getChannels, getDepartments, getTags, getUsers } from './loadOptions';
import { searchSessions } from './search/sessions';

/** Everything that fills a list or a dynamic form in the editor. */
export const methods = {
	loadOptions: { getChannels, getDepartments, getTags, getUsers },
	listSearch: { searchSessions },
	resourceMapping: {},
};
