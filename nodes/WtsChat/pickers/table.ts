import * as account from './account';
import * as board from './board';
import * as conversations from './conversations';
import * as people from './people';

/** All lists from which somebody chooses a record, by the names that fields know them by. */
export const pickers = { ...account, ...board, ...conversations, ...people };

export type PickerName = keyof typeof pickers;
